// Loaded into the server before itself: lets the test move the machine's clock, which no client could wait for.
const real = Date.now
let offset = 0

Date.now = () => real() + offset
process.on('message', (milliseconds) => {
  offset += Number(milliseconds)
  process.send?.('moved')
})
process.channel?.unref()
