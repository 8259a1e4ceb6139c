import type { AccountWords } from './words.ts'

export const ptBr: AccountWords = {
  email: 'E-mail',
  firstName: 'Nome',
  lastName: 'Sobrenome',
  password: 'Senha',
  newPassword: 'Nova senha',
  currentPassword: 'Senha atual',
  passwordHint: 'Pelo menos 12 caracteres. Algumas palavras inventadas por você servem.',
  strength: { weak: 'Fraca por enquanto', fair: 'Boa', strong: 'Forte' },
  passwordFlaws: {
    'too-short': 'Use pelo menos 12 caracteres.',
    'too-long': 'Use no máximo 256 caracteres.',
    common: 'Esta senha é fácil de adivinhar. Use uma mais longa ou menos comum.',
    personal: 'Esta senha é muito parecida com seu nome, e-mail ou organização. Escolha outra.',
  },
  firstNameFlaws: {
    missing: 'Informe seu nome.',
    'too-long': 'Use no máximo 100 caracteres.',
    unprintable: 'Retire os caracteres que não aparecem.',
  },
  lastNameFlaws: {
    missing: 'Informe seu sobrenome.',
    'too-long': 'Use no máximo 100 caracteres.',
    unprintable: 'Retire os caracteres que não aparecem.',
  },
  noAddress: 'Informe um e-mail, por exemplo ana@example.com.',
}
