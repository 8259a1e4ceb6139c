import type { SignInWords } from './words.ts'

export const en: SignInWords = {
  signIn: 'Sign in',
  refused: 'This email and password do not fit together.',
  forgot: 'Forgot your password?',
  or: 'or',
  reset: {
    title: 'Reset your password',
    text: 'We will send you a link with which you choose a new one.',
    send: 'Send link',
    sentTitle: 'Look into your mailbox',
    sent: (address) => `If there is an account for ${address}, a mail is on its way.`,
    sentHint: 'The link in it works once, for one hour. If nothing comes, look among your spam or try again later.',
    back: 'Back to sign-in',
  },
  choose: {
    title: 'Choose a new password',
    text: 'You will be signed in here, and signed out everywhere else.',
    set: 'Set password',
  },
  dead: {
    title: 'This link does not work any more',
    text: 'It was used already, is too old, or a newer link has replaced it. Your password is as it was.',
    again: 'Ask for a new link',
  },
}
