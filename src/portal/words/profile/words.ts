// What people see and change of themselves. Names and browsers that are put in are harmless single lines.
import type { Html } from '../../../platform/html.ts'

export interface ProfileWords {
  readonly title: string
  readonly signOut: string
  readonly name: { readonly title: string; readonly save: string }
  readonly language: { readonly title: string; readonly hint: string; readonly save: string }
  readonly password: PasswordWords
  readonly sessions: SessionWords
  readonly organizations: OrganizationWords
  readonly leave: LeaveWords
  readonly invitations: InvitationsWords
  readonly done: Readonly<Record<Done, string>>
}

/** What has just been done, or could not be. */
export type Done =
  | 'name'
  | 'language'
  | 'password'
  | 'session'
  | 'sessions'
  | 'left'
  | 'accepted'
  | 'declined'
  | 'gone'
  | 'full'

export interface PasswordWords {
  readonly title: string
  readonly hint: string
  readonly change: string
  readonly wrong: string
  /** For somebody who signs in at the provider only. */
  readonly none: string
  readonly setByMail: string
}

export interface SessionWords {
  readonly title: string
  readonly thisBrowser: string
  readonly browserOn: (browser: string, system: string) => string
  readonly unknownBrowser: string
  readonly signedInFrom: (address: string) => string
  readonly lastUsed: (when: Html) => Html
  readonly end: string
  readonly endOthers: string
}

export interface OrganizationWords {
  readonly title: string
  readonly none: string
  readonly since: (when: Html) => Html
  readonly more: (count: number) => string
  readonly leave: string
  readonly lastOwner: string
}

export interface LeaveWords {
  readonly title: (org: string) => string
  readonly youLose: string
  readonly member: string
  readonly means: string
  readonly leave: string
  readonly stay: string
}

export interface InvitationsWords {
  readonly title: string
  readonly toOrg: (org: string, inviter: string | undefined) => string
  readonly toProject: (project: string, org: string, inviter: string | undefined) => string
  readonly validUntil: (when: Html) => Html
  readonly accept: string
  readonly decline: string
}
