// What the pages say on which mail is stopped, and on which an inviter invites again.
import type { Told } from '../invitations/words.ts'

export interface LinkWords {
  readonly mail: MailChoiceWords
  readonly renewal: RenewalPageWords
}

export interface MailChoiceWords {
  readonly question: (it: Told) => string
  readonly means: (it: Told) => string
  readonly stop: string
  readonly stopped: (it: Told) => string
  readonly undo: string
  readonly resumed: (it: Told) => string
  readonly toInvitation: string
}

interface Titled {
  readonly title: string
  readonly text: string
}

export interface RenewalPageWords {
  readonly question: (it: Told) => string
  readonly means: (it: Told) => string
  readonly inviteAgain: string
  readonly done: Titled
  readonly unknown: Titled
  /** Answered, withdrawn or made anew meanwhile. */
  readonly settled: Titled
  readonly notAllowed: Titled
}
