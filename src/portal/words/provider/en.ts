import type { ProviderWords } from './words.ts'

export const en: ProviderWords = {
  continueWith: (name) => `Continue with ${name}`,
  back: 'Go to sign-in',
  failed: {
    title: 'You were not signed in',
    text: 'The sign-in was cancelled, took too long or did not come from this browser. Try again.',
  },
  unconfirmed: {
    title: 'Your address is not confirmed',
    text: 'Your provider has not confirmed an e-mail address of yours. Confirm it there, then try again.',
  },
  uninvited: {
    title: 'There is no invitation for you',
    text: 'Nobody has invited this address, and it has no account here. Ask whoever manages access to invite it.',
  },
}
