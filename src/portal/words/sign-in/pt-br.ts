import type { SignInWords } from './words.ts'

export const ptBr: SignInWords = {
  signIn: 'Entrar',
  refused: 'Este e-mail e esta senha não conferem.',
  forgot: 'Esqueceu sua senha?',
  or: 'ou',
  reset: {
    title: 'Redefina sua senha',
    text: 'Enviaremos um link para você escolher uma nova.',
    send: 'Enviar link',
    sentTitle: 'Confira sua caixa de entrada',
    sent: (address) => `Se houver uma conta para ${address}, um e-mail está a caminho.`,
    sentHint:
      'O link funciona uma única vez, durante uma hora. Se nada chegar, veja a caixa de spam ou tente de novo mais tarde.',
    back: 'Voltar para a entrada',
  },
  choose: {
    title: 'Escolha uma nova senha',
    text: 'Você entrará por aqui, e suas outras sessões serão encerradas.',
    set: 'Salvar senha',
  },
  dead: {
    title: 'Este link não funciona mais',
    text: 'Ele já foi usado, expirou ou foi substituído por um mais novo. Sua senha continua a mesma.',
    again: 'Pedir um novo link',
  },
}
