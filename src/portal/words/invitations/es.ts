import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const to = ({ org, project }: Told): string => (project === undefined ? `a ${org}` : `al proyecto ${project} de ${org}`)
const whom = ({ org, inviter }: Told): string => inviter ?? `quien gestiona el acceso en ${org}`

export const es: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${it.org} te invita`
          : `${it.org} te invita al proyecto ${it.project}`
        : `${it.inviter} te invita ${to(it)}`,
    sentTo: (username) => `Enviada a ${username}`,
    validUntil: (time) => html`válida hasta el ${time}`,
    accept: 'Aceptar invitación',
    decline: 'Rechazar',
    hasAccount: 'Ya tienes una cuenta. Inicia sesión para aceptar.',
    signInAndAccept: 'Iniciar sesión y aceptar',
    missingPassword: 'Escribe tu contraseña.',
    wrongPassword: 'Esta no es la contraseña de esta cuenta.',
    forgotPassword: '¿Olvidaste tu contraseña?',
    signedInAs: (person) => `Has iniciado sesión como ${person}.`,
    otherAddress: (person, invited) => `Has iniciado sesión como ${person}, pero la invitación es para ${invited}.`,
    signInAs: (username) => `Iniciar sesión como ${username}`,
    notYou: '¿No eres tú?',
    signInAsOther: 'Iniciar sesión con otra cuenta',
  },
  answer: {
    declineQuestion: (it) => `¿Rechazar la invitación ${to(it)}?`,
    declineMeans: 'Puedes cambiar de opinión hasta que la invitación caduque.',
    declineInvitation: 'Rechazar invitación',
    back: 'Volver',
    welcome: 'Ya estás dentro',
    memberOf: (org) => `Ahora formas parte de ${org}.`,
    continueTo: (name) => `Continuar a ${name}`,
    toProfile: 'Ir a tu perfil',
  },
  closed: {
    unknown: {
      title: 'Este enlace no funciona',
      text: 'Puede que un correo más reciente lo haya sustituido: abre el enlace del último. Si no sirve, pide una nueva invitación a quien te invitó.',
    },
    used: {
      title: 'Esta invitación ya se aceptó',
      text: 'Solo funciona una vez. Inicia sesión con la cuenta que la aceptó.',
    },
    signIn: 'Iniciar sesión',
    inAlready: { title: 'Ya estabas dentro', text: 'Ya aceptaste esta invitación.' },
    declined: (it) => ({ title: 'Has rechazado la invitación', text: `Has rechazado la invitación ${to(it)}.` }),
    declinedUndo: 'Puedes cambiar de opinión hasta que la invitación caduque.',
    undo: 'Deshacer',
    revoked: (it) => ({
      title: 'Esta invitación se ha retirado',
      text: `Ya no da acceso. Si no lo esperabas, habla con ${whom(it)}.`,
    }),
    expired: (it) => `Tu invitación ${to(it)} ha caducado`,
    wasValidUntil: (time) => html`Era válida hasta el ${time}.`,
    askInviter: (inviter) => `Pedir una nueva a ${inviter}`,
    askWhoever: (org) => `Pide una nueva a quien gestiona el acceso en ${org}.`,
    asked: (it) => ({
      title: 'Has pedido una nueva invitación',
      text: `${it.inviter ?? it.org} recibirá un correo. La nueva invitación llegará a ${it.username}.`,
    }),
    full: (it) => ({
      title: 'Ahora no se te puede añadir',
      text: `Se ha alcanzado un límite de personas o de accesos. Tu invitación sigue siendo válida. Avisa a ${whom(it)} y vuelve a intentarlo después.`,
    }),
  },
}
