// The facts of a letter as sentences take them: names made harmless, instants written out.
import type { Language } from '../../domain/languages.ts'
import type { InvitationAnswer, InvitationFacts } from '../../domain/letters.ts'
import { instantIn } from '../../i18n/instants.ts'
import { harmlessName, oneLine, shortened } from '../../i18n/names.ts'
import type { HouseStyle } from '../../platform/house-style.ts'
import type { FooterLine } from '../content.ts'
import type { Answer, Invited, MailWords } from '../words/mail-words.ts'

/** Mails travel between zones, so that theirs is the one that everybody can convert from. */
const ZONE = 'UTC'
const LONGEST_NAME_IN_SUBJECT = 100

/** How a mail writes a name: whole in its text, cut in its subject. */
export type Naming = (name: string) => string

/** Undefined for a name of which nothing is left to read. */
function nameOrNothing(naming: Naming, name: string | undefined): string | undefined {
  const said = naming(name ?? '')
  return said === naming('') ? undefined : said
}

export const inText =
  (language: Language): Naming =>
  (name) =>
    harmlessName(language, name)

export const inSubject =
  (language: Language): Naming =>
  (name) =>
    harmlessName(language, shortened(oneLine(name), LONGEST_NAME_IN_SUBJECT))

/** The invitation's facts in the given naming. */
export const invitedIn = (language: Language, naming: Naming, facts: InvitationFacts): Invited => ({
  org: naming(facts.orgName),
  project: facts.projectName === undefined ? undefined : naming(facts.projectName),
  inviter: nameOrNothing(naming, facts.inviterName),
  username: oneLine(facts.username),
  until: instantIn(language, facts.expiresAt, ZONE),
})

/** The answer's facts in the given naming. */
export const answerIn = (language: Language, naming: Naming, answer: InvitationAnswer): Answer => ({
  name: nameOrNothing(naming, answer.name),
  username: oneLine(answer.username),
  project: answer.projectName === undefined ? undefined : naming(answer.projectName),
  at: instantIn(language, answer.answeredAt, ZONE),
})

/** The last line of every mail. */
export const signed = (words: MailWords, style: HouseStyle): FooterLine => ({
  kind: 'signature',
  text: words.sentBy(oneLine(style.name)),
  link: style.appUrl,
})
