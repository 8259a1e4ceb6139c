// Mails in Brazilian Portuguese, which addresses the reader as "você".
import type { Answer, MailWords, Place } from './mail-words.ts'

const of = ({ org, project }: Place): string =>
  project === undefined ? `da organização ${org}` : `do projeto ${project} da organização ${org}`
const to = ({ org, project }: Place): string =>
  project === undefined ? `para a organização ${org}` : `para o projeto ${project} da organização ${org}`
const who = ({ name, username }: Answer): string => (name === undefined ? username : `${name} (${username})`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `, projeto ${project}`)

export const BRAZILIAN_PORTUGUESE: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${inviter} convida você a participar ${of(it)}`,
    orgInvites: ({ org, project }) =>
      project === undefined ? `${org} convida você` : `${org} convida você a participar do projeto ${project}`,
    sentTo: (it) => `Enviado para ${it.username}.`,
    validUntil: (it) => `O convite é válido até ${it.until}.`,
    expires: (it) => `Seu convite ${to(it)} expira em ${it.until}`,
    stillOpen: (it) => `${it.inviter ?? it.org} convidou você, e o convite ainda está sem resposta.`,
    view: 'Ver convite',
    unexpected: 'Se você não esperava este e-mail, ignore-o. Nada acontece se você não aceitar.',
    stop: 'Não quero mais receber e-mails',
    stopMeans: (it) => `Com isso, ${it.org} não enviará mais e-mails para ${it.username}.`,
  },
  renewal: {
    expired: (it) => `O convite ${to(it)} enviado a ${it.username} expirou`,
    unanswered: (it) => `Ele era válido até ${it.until} e ficou sem resposta.`,
    asks: (it) => `${it.username} pede um novo convite ${to(it)}`,
    askedBecause: (it) => `Seu convite era válido até ${it.until}, e o link já não funciona.`,
    again: (it) => `Você pode enviar a ${it.username} um novo convite com o mesmo acesso.`,
    inviteAgain: 'Convidar novamente',
    nothingToDo: 'Se não quiser, não é preciso fazer nada.',
  },
  answers: {
    accepted: (it, place) => `${it.name ?? it.username} aceitou seu convite ${to(place)}`,
    declined: (it, place) => `${it.name ?? it.username} recusou seu convite ${to(place)}`,
    acceptedAt: (it) => `${who(it)} aceitou em ${it.at}.`,
    declinedAt: (it) => `${who(it)} recusou em ${it.at}.`,
    answers: (count, org) => `${count} respostas aos seus convites para a organização ${org}`,
    counts: (accepted, declined) => `Aceitos: ${accepted}. Recusados: ${declined}.`,
    acceptedTitle: (count) => `Aceitos (${count})`,
    declinedTitle: (count) => `Recusados (${count})`,
    entry: (it) => `${who(it)}${inProject(it)}: ${it.at}`,
    more: (count) => `e mais ${count}`,
  },
  password: {
    reset: (brand) => `${brand}: redefina sua senha`,
    asked: (username, brand) =>
      `Alguém, provavelmente você, pediu para redefinir a senha da conta ${username} (${brand}).`,
    worksFor: (minutes) =>
      `O link funciona uma única vez, durante ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}.`,
    choose: 'Escolher nova senha',
    notAsked: 'Se não foi você, ignore este e-mail. Sua senha continua a mesma.',
  },
  orOpen: 'Ou abra este link:',
  sentBy: (brand) => `Enviado por ${brand}`,
}
