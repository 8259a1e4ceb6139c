// How the sandbox says no: in the API's own shape, with a detail that names what would have been right.
import type { WireError } from '../api/wire/errors.ts'
import type { Json } from '../api/wire/json.ts'

/** Thrown by what a route does; the route answers with it, and nothing has changed. */
export class SandboxRefusal extends Error {
  readonly error: WireError
  constructor(error: WireError) {
    super(error.detail)
    this.error = error
  }
}

/** Refuses with this status; `detail` is a sentence that says what to do instead. */
export function refuseToDrive(
  status: 400 | 404 | 409,
  errorCode: string,
  detail: string,
  parameters: readonly Json[] = [],
): never {
  throw new SandboxRefusal({ status, errorCode, detail, parameters })
}
