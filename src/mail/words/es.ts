// Mails in Spanish, which addresses the reader as "tú".
import type { Answer, MailWords, Place } from './mail-words.ts'

const to = ({ org, project }: Place): string =>
  project === undefined ? `a ${org}` : `al proyecto ${project} de ${org}`
const who = ({ name, username }: Answer): string => (name === undefined ? username : `${name} (${username})`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `, proyecto ${project}`)

export const SPANISH: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${inviter} te invita ${to(it)}`,
    orgInvites: ({ org, project }) =>
      project === undefined ? `${org} te invita` : `${org} te invita al proyecto ${project}`,
    sentTo: (it) => `Enviado a ${it.username}.`,
    validUntil: (it) => `La invitación es válida hasta el ${it.until}.`,
    expires: (it) => `Tu invitación ${to(it)} caduca el ${it.until}`,
    stillOpen: (it) => `${it.inviter ?? it.org} te invitó y todavía no has respondido.`,
    view: 'Ver invitación',
    unexpected: 'Si no esperabas este correo, ignóralo. No pasará nada si no aceptas.',
    stop: 'No quiero recibir más correos',
    stopMeans: (it) => `Con ello, ${it.org} no enviará más correos a ${it.username}.`,
  },
  renewal: {
    expired: (it) => `La invitación ${to(it)} enviada a ${it.username} ha caducado`,
    unanswered: (it) => `Era válida hasta el ${it.until} y quedó sin respuesta.`,
    asks: (it) => `${it.username} pide una nueva invitación ${to(it)}`,
    askedBecause: (it) => `Tu invitación era válida hasta el ${it.until} y el enlace ya no funciona.`,
    again: (it) => `Puedes enviar a ${it.username} una nueva invitación con el mismo acceso.`,
    inviteAgain: 'Invitar de nuevo',
    nothingToDo: 'Si no quieres hacerlo, no tienes que hacer nada.',
  },
  answers: {
    accepted: (it, place) => `${it.name ?? it.username} aceptó tu invitación ${to(place)}`,
    declined: (it, place) => `${it.name ?? it.username} rechazó tu invitación ${to(place)}`,
    acceptedAt: (it) => `${who(it)} aceptó el ${it.at}.`,
    declinedAt: (it) => `${who(it)} rechazó el ${it.at}.`,
    answers: (count, org) => `${count} respuestas a tus invitaciones a ${org}`,
    counts: (accepted, declined) => `Aceptadas: ${accepted}. Rechazadas: ${declined}.`,
    acceptedTitle: (count) => `Aceptadas (${count})`,
    declinedTitle: (count) => `Rechazadas (${count})`,
    entry: (it) => `${who(it)}${inProject(it)}: ${it.at}`,
    more: (count) => `y ${count} más`,
  },
  password: {
    reset: (brand) => `Restablece tu contraseña de ${brand}`,
    asked: (username, brand) =>
      `Alguien, seguramente tú, ha pedido restablecer la contraseña de ${username} en ${brand}.`,
    worksFor: (minutes) =>
      `El enlace funciona una sola vez, durante ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}.`,
    choose: 'Elegir una nueva contraseña',
    notAsked: 'Si no fuiste tú, ignora este correo. Tu contraseña seguirá siendo la misma.',
  },
  orOpen: 'O abre este enlace:',
  sentBy: (brand) => `Enviado por ${brand}`,
}
