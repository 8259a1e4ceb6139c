import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const to = ({ org, project }: Told): string => (project === undefined ? `a ${org}` : `al proyecto ${project} de ${org}`)

export const es: LinkWords = {
  mail: {
    question: ({ org }) => `¿No recibir más correos de ${org}?`,
    means: ({ org, username }) => `Con ello, ${org} no enviará más correos a ${username}, tampoco invitaciones.`,
    stop: 'No quiero recibir más correos',
    stopped: ({ org }) => `${org} ya no te escribirá`,
    undo: 'Deshacer',
    resumed: ({ org }) => `${org} puede volver a escribirte`,
    toInvitation: 'Ver invitación',
  },
  renewal: {
    question: (it) => `¿Invitar de nuevo a ${it.username} ${to(it)}?`,
    means: () => 'Recibirá otro correo con un enlace nuevo y el mismo acceso que antes.',
    inviteAgain: 'Invitar de nuevo',
    done: { title: 'La nueva invitación está en camino', text: 'El enlace anterior ya no funciona.' },
    unknown: {
      title: 'Este enlace no funciona',
      text: 'Funciona una sola vez, durante 30 días. Puedes volver a invitar a esa persona donde gestionas el acceso.',
    },
    settled: {
      title: 'No hay nada que renovar',
      text: 'La invitación ya se respondió, se retiró o se hizo de nuevo.',
    },
    notAllowed: {
      title: 'Ya no puedes invitar ahí',
      text: 'Tu propio acceso ha cambiado. Habla con quien gestiona el acceso en la organización.',
    },
  },
}
