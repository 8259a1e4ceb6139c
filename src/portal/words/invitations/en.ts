import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const place = ({ org, project }: Told): string => (project === undefined ? org : `project ${project} of ${org}`)
const whom = ({ org, inviter }: Told): string => inviter ?? `whoever manages access at ${org}`

export const en: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${it.org} invites you`
          : `${it.org} invites you to project ${it.project}`
        : `${it.inviter} invites you to ${place(it)}`,
    sentTo: (username) => `Sent to ${username}`,
    validUntil: (time) => html`valid until ${time}`,
    accept: 'Accept invitation',
    decline: 'Decline',
    hasAccount: 'You have an account already. Sign in to accept.',
    signInAndAccept: 'Sign in and accept',
    missingPassword: 'Enter your password.',
    wrongPassword: 'This is not the password of this account.',
    forgotPassword: 'Forgot your password?',
    signedInAs: (person) => `You are signed in as ${person}.`,
    otherAddress: (person, invited) => `You are signed in as ${person}, but the invitation is for ${invited}.`,
    signInAs: (username) => `Sign in as ${username}`,
    notYou: 'Not you?',
    signInAsOther: 'Sign in as someone else',
  },
  answer: {
    declineQuestion: (it) => `Decline the invitation to ${place(it)}?`,
    declineMeans: 'You can change your mind until the invitation expires.',
    declineInvitation: 'Decline invitation',
    back: 'Back',
    welcome: 'You are in',
    memberOf: (org) => `You are now a member of ${org}.`,
    continueTo: (name) => `Continue to ${name}`,
    toProfile: 'Go to your profile',
  },
  closed: {
    unknown: {
      title: 'This link does not work',
      text: 'A newer mail may have replaced it: open the link in the latest one. If that does not help, ask whoever invited you for a new invitation.',
    },
    used: {
      title: 'This invitation has been accepted',
      text: 'It works only once. Sign in with the account that accepted it.',
    },
    signIn: 'Sign in',
    inAlready: { title: 'You are in already', text: 'You have accepted this invitation.' },
    declined: (it) => ({
      title: 'You have declined',
      text: `You have declined the invitation to ${place(it)}.`,
    }),
    declinedUndo: 'You can change your mind until the invitation expires.',
    undo: 'Undo',
    revoked: (it) => ({
      title: 'This invitation has been withdrawn',
      text: `It no longer gives access to ${place(it)}. If you did not expect that, ask ${whom(it)}.`,
    }),
    expired: (it) => `Your invitation to ${place(it)} has expired`,
    wasValidUntil: (time) => html`It was valid until ${time}.`,
    askInviter: (inviter) => `Ask ${inviter} for a new one`,
    askWhoever: (org) => `Ask whoever manages access at ${org} for a new one.`,
    asked: (it) => ({
      title: 'You have asked for a new invitation',
      text: `${it.inviter ?? it.org} gets a mail. A new invitation will come to ${it.username}.`,
    }),
    full: (it) => ({
      title: 'You cannot be added right now',
      text: `A limit on people or places has been reached. Your invitation stays valid. Tell ${whom(it)}, then try again.`,
    }),
  },
}
