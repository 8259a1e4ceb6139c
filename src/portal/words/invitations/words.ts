// What the page of an invitation says in each of its states. Names that are put in are harmless single lines.
import type { Html } from '../../../platform/html.ts'

/** Who invites whom to what, as sentences take it. */
export interface Told {
  readonly org: string
  /** Set when a project invites. */
  readonly project: string | undefined
  /** The inviting person; undefined when the organization itself invites. */
  readonly inviter: string | undefined
  /** The invited address. */
  readonly username: string
}

export interface InvitationWords {
  readonly pending: PendingWords
  readonly answer: AnswerWords
  readonly closed: ClosedWords
}

export interface PendingWords {
  readonly invites: (it: Told) => string
  readonly sentTo: (username: string) => string
  readonly validUntil: (time: Html) => Html
  readonly accept: string
  readonly decline: string
  readonly hasAccount: string
  readonly signInAndAccept: string
  readonly missingPassword: string
  readonly wrongPassword: string
  readonly forgotPassword: string
  readonly signedInAs: (person: string) => string
  /** To somebody who is signed in as another than was invited. */
  readonly otherAddress: (person: string, invited: string) => string
  readonly signInAs: (username: string) => string
  readonly notYou: string
  readonly signInAsOther: string
}

/** What is said once somebody has answered, or before. */
export interface AnswerWords {
  readonly declineQuestion: (it: Told) => string
  readonly declineMeans: string
  readonly declineInvitation: string
  readonly back: string
  readonly welcome: string
  readonly memberOf: (org: string) => string
  readonly continueTo: (name: string) => string
  readonly toProfile: string
}

export interface StateWords {
  readonly title: string
  readonly text: string
}

export interface ClosedWords {
  readonly unknown: StateWords
  readonly used: StateWords
  readonly signIn: string
  readonly inAlready: StateWords
  readonly declined: (it: Told) => StateWords
  readonly declinedUndo: string
  readonly undo: string
  readonly revoked: (it: Told) => StateWords
  readonly expired: (it: Told) => string
  readonly wasValidUntil: (time: Html) => Html
  readonly askInviter: (inviter: string) => string
  readonly askWhoever: (org: string) => string
  readonly asked: (it: Told) => StateWords
  readonly full: (it: Told) => StateWords
}
