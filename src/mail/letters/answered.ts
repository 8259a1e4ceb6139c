// To the inviter: how one invited person answered, or how many did.
import type { Language } from '../../domain/languages.ts'
import type { InvitationAnswer, Letter } from '../../domain/letters.ts'
import type { HouseStyle } from '../../platform/house-style.ts'
import type { Block, Content } from '../content.ts'
import type { AnswerWords, MailWords, Place } from '../words/mail-words.ts'
import { answerIn, inSubject, inText, type Naming, signed } from './said.ts'

type AnsweredLetter = Extract<Letter, { kind: 'answered' }>

/** More entries than this would let mail programs cut the mail. */
const MOST_ENTRIES = 100

function one(said: AnswerWords, language: Language, orgName: string, answer: InvitationAnswer) {
  const announced = (naming: Naming): string => {
    const it = answerIn(language, naming, answer)
    const place: Place = { org: naming(orgName), project: it.project }
    return answer.answer === 'accepted' ? said.accepted(it, place) : said.declined(it, place)
  }
  const it = answerIn(language, inText(language), answer)
  const text = answer.answer === 'accepted' ? said.acceptedAt(it) : said.declinedAt(it)
  const blocks: readonly Block[] = [{ kind: 'paragraph', text }]
  return { subject: announced(inSubject(language)), heading: announced(inText(language)), preheader: text, blocks }
}

function gathered(said: AnswerWords, language: Language, answers: readonly InvitationAnswer[], title: string): Block[] {
  if (answers.length === 0) return []
  const shown = answers.slice(0, MOST_ENTRIES).map((answer) => said.entry(answerIn(language, inText(language), answer)))
  const rest = answers.length - shown.length
  return [{ kind: 'list', title, entries: rest > 0 ? [...shown, said.more(rest)] : shown }]
}

function many(said: AnswerWords, language: Language, { orgName, answers }: AnsweredLetter) {
  const accepted = answers.filter(({ answer }) => answer === 'accepted')
  const declined = answers.filter(({ answer }) => answer === 'declined')
  return {
    subject: said.answers(answers.length, inSubject(language)(orgName)),
    heading: said.answers(answers.length, inText(language)(orgName)),
    preheader: said.counts(accepted.length, declined.length),
    blocks: [
      ...gathered(said, language, accepted, said.acceptedTitle(accepted.length)),
      ...gathered(said, language, declined, said.declinedTitle(declined.length)),
    ],
  }
}

/** The mail that tells the inviter about answers; there is nothing to press in it. */
export function answeredContent(
  letter: AnsweredLetter,
  language: Language,
  words: MailWords,
  style: HouseStyle,
): Content {
  const [first, ...others] = letter.answers
  const single = first !== undefined && others.length === 0
  return {
    language,
    ...(single ? one(words.answers, language, letter.orgName, first) : many(words.answers, language, letter)),
    footer: [signed(words, style)],
  }
}
