import type { AccountWords } from './words.ts'

export const en: AccountWords = {
  email: 'Email',
  firstName: 'First name',
  lastName: 'Last name',
  password: 'Password',
  newPassword: 'New password',
  currentPassword: 'Current password',
  passwordHint: 'At least 12 characters. A few words that you make up are fine.',
  strength: { weak: 'Weak so far', fair: 'Good', strong: 'Strong' },
  passwordFlaws: {
    'too-short': 'Use at least 12 characters.',
    'too-long': 'Use at most 256 characters.',
    common: 'This password is easy to guess. Make it longer or less usual.',
    personal: 'This password is too close to your name, address or organization. Choose another one.',
  },
  firstNameFlaws: {
    missing: 'Enter your first name.',
    'too-long': 'Use at most 100 characters.',
    unprintable: 'Leave out characters that cannot be seen.',
  },
  lastNameFlaws: {
    missing: 'Enter your last name.',
    'too-long': 'Use at most 100 characters.',
    unprintable: 'Leave out characters that cannot be seen.',
  },
  noAddress: 'Enter an email address, such as ana@example.com.',
}
