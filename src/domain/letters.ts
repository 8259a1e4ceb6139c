// What people are written about: everything that a mail or the page it leads to says, before it is put into words.
import type { InvitationFace } from './invitations.ts'
import type { Language } from './languages.ts'

/** One thing that acceptance gives. */
export type Promised =
  | { readonly kind: 'org-role'; readonly role: string }
  | { readonly kind: 'project-role'; readonly role: string; readonly projectName: string }
  | { readonly kind: 'team'; readonly teamName: string }

/** An invitation as the invited person is told about it. */
export interface InvitationFacts {
  readonly face: InvitationFace
  /** The invited address. */
  readonly username: string
  readonly orgName: string
  /** Set exactly when a project invites by its own endpoint. */
  readonly projectName: string | undefined
  /** The inviting person's name; undefined when a key or a service account invites, which is never named. */
  readonly inviterName: string | undefined
  readonly promised: readonly Promised[]
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** How one invited person answered. */
export interface InvitationAnswer {
  readonly username: string
  /** First and last name of the account that accepted; undefined when declined. */
  readonly name: string | undefined
  readonly answer: 'accepted' | 'declined'
  readonly projectName: string | undefined
  /** Milliseconds since the epoch. */
  readonly answeredAt: number
}

/** A mail before it is put into words. Every link is absolute and begins with PUBLIC_URL. */
export type Letter =
  | {
      readonly kind: 'invitation' | 'reminder'
      readonly invitation: InvitationFacts
      readonly acceptLink: string
      /** Where the invited person says that this organization shall never write to them again. */
      readonly stopLink: string
    }
  | {
      /** To the inviter: nobody answered in time, or the invited person asks for a new invitation. */
      readonly kind: 'expired' | 'renewal-asked'
      readonly invitation: InvitationFacts
      readonly renewLink: string
    }
  | {
      /** To the inviter: one answer, or many gathered. */
      readonly kind: 'answered'
      readonly orgName: string
      readonly answers: readonly InvitationAnswer[]
    }
  | {
      readonly kind: 'password-reset'
      readonly username: string
      readonly resetLink: string
      /** How long the link works. */
      readonly minutes: number
    }

export type LetterKind = Letter['kind']

/** A letter with everything it will say, and the language in which it will be said. */
export interface PreparedLetter {
  readonly letter: Letter
  readonly language: Language
}
