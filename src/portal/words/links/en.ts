import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const place = ({ org, project }: Told): string => (project === undefined ? org : `project ${project} of ${org}`)

export const en: LinkWords = {
  mail: {
    question: ({ org }) => `Get no more mail from ${org}?`,
    means: ({ org, username }) => `${org} will then send no more mail to ${username}, also no invitations.`,
    stop: 'Never write to me again',
    stopped: ({ org }) => `${org} writes to you no more`,
    undo: 'Undo',
    resumed: ({ org }) => `${org} may write to you again`,
    toInvitation: 'View invitation',
  },
  renewal: {
    question: (it) => `Invite ${it.username} to ${place(it)} again?`,
    means: () => 'They get a new mail with a new link, for the same access as before.',
    inviteAgain: 'Invite again',
    done: { title: 'A new invitation is on its way', text: 'The old link works no more.' },
    unknown: {
      title: 'This link does not work',
      text: 'It works once and for 30 days. You can invite the person again wherever you manage access.',
    },
    settled: {
      title: 'There is nothing to renew',
      text: 'The invitation has been answered, withdrawn or made anew meanwhile.',
    },
    notAllowed: {
      title: 'You can no longer invite there',
      text: 'Your own access has changed. Ask whoever manages access at the organization.',
    },
  },
}
