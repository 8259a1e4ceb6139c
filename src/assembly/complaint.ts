// What a command says when it cannot go on: a sentence for what the operator can change, a stack for what is our fault.
import { StoreInUse } from '../store/faults.ts'

/** Something the operator can put right; its message is shown as it is. */
export class Complaint extends Error {}

/** The text for standard error. */
export function describeFailure(error: unknown): string {
  if (error instanceof Complaint || error instanceof StoreInUse) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The `code` of a system error, such as EADDRINUSE. */
export const systemCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** The first line of an error's message, for use inside a sentence. */
export function messageOf(error: unknown): string {
  // Node reports a host with several addresses as an AggregateError, whose own message is empty.
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
}
