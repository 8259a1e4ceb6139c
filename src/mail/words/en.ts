// Mails in English.
import type { Answer, MailWords, Place } from './mail-words.ts'

const to = ({ org, project }: Place): string => (project === undefined ? org : `project ${project} of ${org}`)
const who = ({ name, username }: Answer): string => (name === undefined ? username : `${name} (${username})`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `, project ${project}`)

export const ENGLISH: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${inviter} invites you to ${to(it)}`,
    orgInvites: ({ org, project }) =>
      project === undefined ? `${org} invites you` : `${org} invites you to project ${project}`,
    sentTo: (it) => `Sent to ${it.username}.`,
    validUntil: (it) => `The invitation is valid until ${it.until}.`,
    expires: (it) => `Your invitation to ${to(it)} expires on ${it.until}`,
    stillOpen: (it) => `${it.inviter ?? it.org} invited you, and you have not answered yet.`,
    view: 'View invitation',
    unexpected: 'If you did not expect this, ignore it. Nothing happens unless you accept.',
    stop: 'Never write to me again',
    stopMeans: (it) => `${it.org} will then send no more mail to ${it.username}.`,
  },
  renewal: {
    expired: (it) => `${it.username} did not answer your invitation to ${to(it)}`,
    unanswered: (it) => `The invitation was valid until ${it.until} and has expired.`,
    asks: (it) => `${it.username} asks for a new invitation to ${to(it)}`,
    askedBecause: (it) => `Your invitation was valid until ${it.until}, so its link no longer works.`,
    again: (it) => `You can send ${it.username} a new invitation that grants the same access.`,
    inviteAgain: 'Invite again',
    nothingToDo: 'If you do not want that, you need do nothing.',
  },
  answers: {
    accepted: (it, place) => `${it.name ?? it.username} accepted your invitation to ${to(place)}`,
    declined: (it, place) => `${it.name ?? it.username} declined your invitation to ${to(place)}`,
    acceptedAt: (it) => `${who(it)} accepted on ${it.at}.`,
    declinedAt: (it) => `${who(it)} declined on ${it.at}.`,
    answers: (count, org) => `${count} answers to your invitations to ${org}`,
    counts: (accepted, declined) => `Accepted: ${accepted}. Declined: ${declined}.`,
    acceptedTitle: (count) => `Accepted (${count})`,
    declinedTitle: (count) => `Declined (${count})`,
    entry: (it) => `${who(it)}${inProject(it)}: ${it.at}`,
    more: (count) => `and ${count} more`,
  },
  password: {
    reset: (brand) => `Reset your ${brand} password`,
    asked: (username, brand) => `Somebody, hopefully you, wants to reset the password of ${username} at ${brand}.`,
    worksFor: (minutes) => `The link works once, for ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
    choose: 'Choose a new password',
    notAsked: 'If it was not you, ignore this mail. Your password stays as it is.',
  },
  orOpen: 'Or open this link:',
  sentBy: (brand) => `Sent by ${brand}`,
}
