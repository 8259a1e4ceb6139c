// Where the clock of a world is to stand at first, as a command's option says it.
import { isInRange, parseInstant } from '../sandbox/clock/instants.ts'
import { Complaint } from './complaint.ts'

/** Milliseconds since the epoch of an instant or a day, as PUT /_atrium/clock takes them; complains of anything else. */
export function readNow(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = parseInstant(text)
  if (at !== undefined && isInRange(at)) return at
  throw new Complaint(
    `--now ${text} is no time at which a clock can stand: give a day from 2000 to 2099 such as 2027-07-02, or an instant such as 2027-07-02T00:00:00Z.`,
  )
}
