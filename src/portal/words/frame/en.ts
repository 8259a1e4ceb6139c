import type { FrameWords } from './words.ts'

export const en: FrameWords = {
  language: 'Language',
  switchLanguage: 'Switch',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  oneMoment: 'One moment…',
  backToStart: 'Go to the start page',
  problems: {
    'not-found': { title: 'There is nothing here', text: 'Check the address, or open the link from your mail again.' },
    'cross-site': {
      title: 'This came from another site',
      text: 'For your safety nothing was changed. Open the page again and send the form from there.',
    },
    'too-many': {
      title: 'That was too many tries',
      text: 'Wait a few minutes, then try again.',
    },
    'too-busy': {
      title: 'Very busy right now',
      text: 'Nothing was changed. Wait a moment, then try again.',
    },
    refused: {
      title: 'This cannot be done now',
      text: 'Nothing was changed. Things have moved on meanwhile, or a limit is reached. Open the page again to see how they stand.',
    },
    'bad-request': {
      title: 'This could not be read',
      text: 'Nothing was changed. Open the page again and try once more.',
    },
    failed: { title: 'Something went wrong here', text: 'Nothing was changed. Try again in a moment.' },
  },
}
