import type { FrameWords } from './words.ts'

export const ptBr: FrameWords = {
  language: 'Idioma',
  switchLanguage: 'Trocar',
  showPassword: 'Mostrar senha',
  hidePassword: 'Ocultar senha',
  oneMoment: 'Um momento…',
  backToStart: 'Ir para a página inicial',
  problems: {
    'not-found': { title: 'Não há nada aqui', text: 'Confira o endereço ou abra de novo o link do e-mail.' },
    'cross-site': {
      title: 'Isto veio de outro site',
      text: 'Por segurança, nada foi alterado. Abra a página de novo e envie o formulário por ela.',
    },
    'too-many': { title: 'Foram tentativas demais', text: 'Espere alguns minutos e tente de novo.' },
    'too-busy': {
      title: 'Estamos muito ocupados agora',
      text: 'Nada foi alterado. Espere um momento e tente de novo.',
    },
    refused: {
      title: 'Isso não pode ser feito agora',
      text: 'Nada foi alterado. A situação mudou nesse meio-tempo, ou um limite foi atingido. Abra a página de novo para ver como está.',
    },
    'bad-request': {
      title: 'Não foi possível ler isto',
      text: 'Nada foi alterado. Abra a página de novo e tente outra vez.',
    },
    failed: { title: 'Algo deu errado aqui', text: 'Nada foi alterado. Tente de novo em instantes.' },
  },
}
