// What the start page does in the browser, put together: the bar, copying, requests to try, the log and the outbox.
import { startBar } from './bar.js'
import { startCopying } from './copying.js'
import { bringToLife } from './dom.js'
import { startLog } from './log.js'
import { startOutbox } from './outbox.js'
import { startSamples } from './samples.js'

for (const tablist of document.querySelectorAll('main [role=tablist]')) bringToLife(tablist)
startCopying()
const lookAtOutbox = startOutbox()
const lookAtLog = startLog()
const lookAtBar = startBar(() => {
  void lookAtOutbox()
  void lookAtLog()
})
startSamples(() => {
  void lookAtOutbox()
  void lookAtLog()
  void lookAtBar()
})
