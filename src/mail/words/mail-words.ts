// What every language must be able to say in mails: a missing sentence does not compile. Each sentence is whole, because
// languages put its parts in different order. Names and addresses that are put in are harmless single lines.

/** Where an invitation leads; the project is set when a project invites. */
export interface Place {
  readonly org: string
  readonly project: string | undefined
}

export interface Invited extends Place {
  /** The inviting person; undefined when the organization itself invites. */
  readonly inviter: string | undefined
  /** The invited address. */
  readonly username: string
  /** The instant until which the invitation can be accepted. */
  readonly until: string
}

export interface Answer {
  /** Undefined for somebody who is only known by the address. */
  readonly name: string | undefined
  readonly username: string
  readonly project: string | undefined
  readonly at: string
}

/** To the invited person. */
export interface InvitationWords {
  readonly personInvites: (inviter: string, place: Place) => string
  readonly orgInvites: (place: Place) => string
  readonly sentTo: (it: Invited) => string
  readonly validUntil: (it: Invited) => string
  readonly expires: (it: Invited) => string
  readonly stillOpen: (it: Invited) => string
  readonly view: string
  readonly unexpected: string
  readonly stop: string
  readonly stopMeans: (it: Invited) => string
}

/** To the inviter, about an invitation that came to nothing. */
export interface RenewalWords {
  readonly expired: (it: Invited) => string
  readonly unanswered: (it: Invited) => string
  readonly asks: (it: Invited) => string
  readonly askedBecause: (it: Invited) => string
  readonly again: (it: Invited) => string
  readonly inviteAgain: string
  readonly nothingToDo: string
}

/** To the inviter, about answers. */
export interface AnswerWords {
  readonly accepted: (answer: Answer, place: Place) => string
  readonly declined: (answer: Answer, place: Place) => string
  readonly acceptedAt: (answer: Answer) => string
  readonly declinedAt: (answer: Answer) => string
  readonly answers: (count: number, org: string) => string
  readonly counts: (accepted: number, declined: number) => string
  readonly acceptedTitle: (count: number) => string
  readonly declinedTitle: (count: number) => string
  readonly entry: (answer: Answer) => string
  readonly more: (count: number) => string
}

export interface PasswordWords {
  readonly reset: (brand: string) => string
  readonly asked: (username: string, brand: string) => string
  readonly worksFor: (minutes: number) => string
  readonly choose: string
  readonly notAsked: string
}

export interface MailWords {
  readonly invitation: InvitationWords
  readonly renewal: RenewalWords
  readonly answers: AnswerWords
  readonly password: PasswordWords
  /** Before a link that is written out, when there is a button too. */
  readonly orOpen: string
  readonly sentBy: (brand: string) => string
}
