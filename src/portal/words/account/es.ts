import type { AccountWords } from './words.ts'

export const es: AccountWords = {
  email: 'Correo electrónico',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  password: 'Contraseña',
  newPassword: 'Nueva contraseña',
  currentPassword: 'Contraseña actual',
  passwordHint: 'Al menos 12 caracteres. Unas cuantas palabras inventadas por ti sirven.',
  strength: { weak: 'Débil por ahora', fair: 'Buena', strong: 'Fuerte' },
  passwordFlaws: {
    'too-short': 'Usa al menos 12 caracteres.',
    'too-long': 'Usa como máximo 256 caracteres.',
    common: 'Esta contraseña es fácil de adivinar. Hazla más larga o menos común.',
    personal: 'Esta contraseña se parece demasiado a tu nombre, tu correo o tu organización. Elige otra.',
  },
  firstNameFlaws: {
    missing: 'Escribe tu nombre.',
    'too-long': 'Usa como máximo 100 caracteres.',
    unprintable: 'Quita los caracteres que no se ven.',
  },
  lastNameFlaws: {
    missing: 'Escribe tus apellidos.',
    'too-long': 'Usa como máximo 100 caracteres.',
    unprintable: 'Quita los caracteres que no se ven.',
  },
  noAddress: 'Escribe un correo electrónico, por ejemplo ana@example.com.',
}
