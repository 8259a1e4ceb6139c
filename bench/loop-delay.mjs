// Loaded before a server: writes how late its event loop was, in milliseconds, whenever SIGUSR2 arrives, and starts anew.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('SIGUSR2', () => {
  const { mean, max } = delay
  const figures = { p99: delay.percentile(99) / 1e6, mean: mean / 1e6, max: max / 1e6 }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  delay.reset()
})
