// Signing in, and setting a new password by mail.

export interface SignInWords {
  readonly signIn: string
  /** Said of whatever does not fit, whether or not there is an account. */
  readonly refused: string
  readonly forgot: string
  readonly or: string
  readonly reset: ResetWords
  readonly choose: ChooseWords
  /** A link that was used, replaced, is too old or never was. */
  readonly dead: { readonly title: string; readonly text: string; readonly again: string }
}

export interface ResetWords {
  readonly title: string
  readonly text: string
  readonly send: string
  readonly sentTitle: string
  readonly sent: (address: string) => string
  readonly sentHint: string
  readonly back: string
}

export interface ChooseWords {
  readonly title: string
  readonly text: string
  readonly set: string
}
