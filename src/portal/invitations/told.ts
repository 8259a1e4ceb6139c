// The facts of an invitation as the words of pages take them: names made harmless, instants for the reader's zone.
import type { Language } from '../../domain/languages.ts'
import type { InvitationFacts } from '../../domain/letters.ts'
import { harmlessName, oneLine } from '../../i18n/names.ts'
import type { Told } from '../words/invitations/words.ts'

type Facts = Pick<InvitationFacts, 'orgName' | 'projectName' | 'inviterName' | 'username'>

/** Who invites whom to what. */
export const toldIn = (language: Language, { orgName, projectName, inviterName, username }: Facts): Told => ({
  org: harmlessName(language, orgName),
  project: projectName === undefined ? undefined : harmlessName(language, projectName),
  inviter: inviterName === undefined ? undefined : harmlessName(language, inviterName),
  username: oneLine(username),
})
