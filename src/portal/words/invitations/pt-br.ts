import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const of = ({ org, project }: Told): string =>
  project === undefined ? `da organização ${org}` : `do projeto ${project} da organização ${org}`
const to = ({ org, project }: Told): string =>
  project === undefined ? `para a organização ${org}` : `para o projeto ${project} da organização ${org}`
const whom = ({ org, inviter }: Told): string => inviter ?? `quem gerencia o acesso da organização ${org}`

export const ptBr: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${it.org} convida você`
          : `${it.org} convida você a participar do projeto ${it.project}`
        : `${it.inviter} convida você a participar ${of(it)}`,
    sentTo: (username) => `Enviado para ${username}`,
    validUntil: (time) => html`válido até ${time}`,
    accept: 'Aceitar convite',
    decline: 'Recusar',
    hasAccount: 'Você já tem uma conta. Entre para aceitar.',
    signInAndAccept: 'Entrar e aceitar',
    missingPassword: 'Digite sua senha.',
    wrongPassword: 'Esta não é a senha desta conta.',
    forgotPassword: 'Esqueceu a senha?',
    signedInAs: (person) => `Você entrou como ${person}.`,
    otherAddress: (person, invited) => `Você entrou como ${person}, mas o convite é para ${invited}.`,
    signInAs: (username) => `Entrar como ${username}`,
    notYou: 'Não é você?',
    signInAsOther: 'Entrar com outra conta',
  },
  answer: {
    declineQuestion: (it) => `Recusar o convite ${to(it)}?`,
    declineMeans: 'Você pode mudar de ideia até o convite expirar.',
    declineInvitation: 'Recusar convite',
    back: 'Voltar',
    welcome: 'Tudo certo, você entrou',
    memberOf: (org) => `Agora você faz parte da organização ${org}.`,
    continueTo: (name) => `Continuar para ${name}`,
    toProfile: 'Ir para o seu perfil',
  },
  closed: {
    unknown: {
      title: 'Este link não funciona',
      text: 'Um e-mail mais recente pode tê-lo substituído: abra o link do último que recebeu. Se não adiantar, peça um novo convite a quem convidou você.',
    },
    used: {
      title: 'Este convite já foi aceito',
      text: 'Ele só funciona uma vez. Entre com a conta que o aceitou.',
    },
    signIn: 'Entrar',
    inAlready: { title: 'Você já participa', text: 'Você já aceitou este convite.' },
    declined: (it) => ({ title: 'Você recusou o convite', text: `Você recusou o convite ${to(it)}.` }),
    declinedUndo: 'Você pode mudar de ideia até o convite expirar.',
    undo: 'Desfazer',
    revoked: (it) => ({
      title: 'Este convite foi cancelado',
      text: `Ele não dá mais acesso. Se você não esperava por isso, fale com ${whom(it)}.`,
    }),
    expired: (it) => `Seu convite ${to(it)} expirou`,
    wasValidUntil: (time) => html`Ele era válido até ${time}.`,
    askInviter: (inviter) => `Pedir um novo a ${inviter}`,
    askWhoever: (org) => `Peça um novo a quem gerencia o acesso da organização ${org}.`,
    asked: (it) => ({
      title: 'Você pediu um novo convite',
      text: `${it.inviter ?? it.org} vai receber um e-mail. O novo convite chegará em ${it.username}.`,
    }),
    full: (it) => ({
      title: 'Não é possível adicionar você agora',
      text: `Um limite de pessoas ou de acessos foi atingido. Seu convite continua válido. Avise ${whom(it)} e tente de novo depois.`,
    }),
  },
}
