import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const es: ProfileWords = {
  title: 'Tu perfil',
  signOut: 'Cerrar sesión',
  name: { title: 'Nombre', save: 'Guardar nombre' },
  language: { title: 'Idioma', hint: 'De estas páginas y de los correos que recibes.', save: 'Guardar idioma' },
  password: {
    title: 'Contraseña',
    hint: 'Se cerrarán todas tus demás sesiones.',
    change: 'Cambiar contraseña',
    wrong: 'Esta no es tu contraseña actual.',
    none: 'Tu cuenta no tiene contraseña aquí. Inicias sesión con tu proveedor.',
    setByMail: 'Establecer una contraseña por correo',
  },
  sessions: {
    title: 'Dónde tienes la sesión abierta',
    thisBrowser: 'Este navegador',
    browserOn: (browser, system) => `${browser} en ${system}`,
    unknownBrowser: 'Navegador desconocido',
    signedInFrom: (address) => `sesión iniciada desde ${address}`,
    lastUsed: (when) => html`último uso: ${when}`,
    end: 'Cerrar esa sesión',
    endOthers: 'Cerrar todas las demás sesiones',
  },
  organizations: {
    title: 'Organizaciones',
    none: 'No perteneces a ninguna organización.',
    since: (when) => html`Miembro desde el ${when}`,
    more: (count) => `y ${count} más`,
    leave: 'Salir',
    lastOwner: 'Eres la única persona propietaria. Nombra a otra antes de salir.',
  },
  leave: {
    title: (org) => `¿Salir de ${org}?`,
    youLose: 'Ya no podrás:',
    member: 'ser miembro de la organización',
    means: 'Para volver necesitarás una nueva invitación.',
    leave: 'Salir de la organización',
    stay: 'Quedarme',
  },
  invitations: {
    title: 'Invitaciones para ti',
    toOrg: (org, inviter) => (inviter === undefined ? `${org} te invita` : `${inviter} te invita a ${org}`),
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${org} te invita al proyecto ${project}`
        : `${inviter} te invita al proyecto ${project} de ${org}`,
    validUntil: (when) => html`Válida hasta el ${when}`,
    accept: 'Aceptar invitación',
    decline: 'Rechazar',
  },
  done: {
    name: 'Tu nombre se ha guardado.',
    language: 'Tu idioma se ha guardado.',
    password: 'Tu contraseña ha cambiado y se han cerrado todas tus demás sesiones.',
    session: 'Esa sesión se ha cerrado.',
    sessions: 'Se han cerrado todas tus demás sesiones.',
    left: 'Has salido de la organización.',
    accepted: 'Ya formas parte de la organización.',
    declined: 'Has rechazado la invitación.',
    gone: 'Esta invitación ha caducado o se ha retirado.',
    full: 'Ahora no es posible añadirte: se ha alcanzado un límite. La invitación sigue siendo válida.',
  },
}
