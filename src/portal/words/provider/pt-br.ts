import type { ProviderWords } from './words.ts'

export const ptBr: ProviderWords = {
  continueWith: (name) => `Continuar com ${name}`,
  back: 'Ir para a entrada',
  failed: {
    title: 'Você não entrou',
    text: 'A entrada foi cancelada, demorou demais ou não partiu deste navegador. Tente de novo.',
  },
  unconfirmed: {
    title: 'Seu e-mail não foi confirmado',
    text: 'Seu provedor ainda não confirmou um e-mail seu. Confirme-o por lá e tente de novo.',
  },
  uninvited: {
    title: 'Não há convite para você',
    text: 'Ninguém convidou este e-mail, e ele não tem conta aqui. Peça um convite a quem gerencia os acessos.',
  },
}
