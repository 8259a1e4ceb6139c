import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const en: ProfileWords = {
  title: 'Your profile',
  signOut: 'Sign out',
  name: { title: 'Name', save: 'Save name' },
  language: { title: 'Language', hint: 'Of these pages and of mails to you.', save: 'Save language' },
  password: {
    title: 'Password',
    hint: 'You will be signed out everywhere else.',
    change: 'Change password',
    wrong: 'This is not your current password.',
    none: 'Your account has no password here. You sign in at your provider.',
    setByMail: 'Set a password by mail',
  },
  sessions: {
    title: 'Where you are signed in',
    thisBrowser: 'This browser',
    browserOn: (browser, system) => `${browser} on ${system}`,
    unknownBrowser: 'Unknown browser',
    signedInFrom: (address) => `signed in from ${address}`,
    lastUsed: (when) => html`last used ${when}`,
    end: 'Sign out there',
    endOthers: 'Sign out everywhere else',
  },
  organizations: {
    title: 'Organizations',
    none: 'You are not in any organization.',
    since: (when) => html`Member since ${when}`,
    more: (count) => `and ${count} more`,
    leave: 'Leave',
    lastOwner: 'You are the last owner. Make somebody else an owner before you leave.',
  },
  leave: {
    title: (org) => `Leave ${org}?`,
    youLose: 'You will no longer be able to:',
    member: 'be a member of the organization',
    means: 'To come back, you need a new invitation.',
    leave: 'Leave organization',
    stay: 'Stay',
  },
  invitations: {
    title: 'Invitations for you',
    toOrg: (org, inviter) => (inviter === undefined ? `${org} invites you` : `${inviter} invites you to ${org}`),
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${org} invites you to project ${project}`
        : `${inviter} invites you to project ${project} of ${org}`,
    validUntil: (when) => html`Valid until ${when}`,
    accept: 'Accept invitation',
    decline: 'Decline',
  },
  done: {
    name: 'Your name is saved.',
    language: 'Your language is saved.',
    password: 'Your password is changed, and you are signed out everywhere else.',
    session: 'That session has ended.',
    sessions: 'You are signed out everywhere else.',
    left: 'You have left the organization.',
    accepted: 'You are in.',
    declined: 'You have declined the invitation.',
    gone: 'This invitation has expired, or it was withdrawn.',
    full: 'You cannot be added right now: a limit has been reached. The invitation stays valid.',
  },
}
