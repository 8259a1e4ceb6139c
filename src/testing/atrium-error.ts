// What a test catches when an Atrium says no.

/** A refusal, with what the same refusal says over HTTP; `message` is its detail. Nothing has changed. */
export class AtriumError extends Error {
  override readonly name: string = 'AtriumError'
  readonly status: number
  readonly errorCode: string
  readonly detail: string
  constructor(status: number, errorCode: string, detail: string) {
    super(detail)
    this.status = status
    this.errorCode = errorCode
    this.detail = detail
  }
}
