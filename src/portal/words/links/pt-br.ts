import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const to = ({ org, project }: Told): string =>
  project === undefined ? `para a organização ${org}` : `para o projeto ${project} da organização ${org}`

export const ptBr: LinkWords = {
  mail: {
    question: ({ org }) => `Não receber mais e-mails de ${org}?`,
    means: ({ org, username }) => `Com isso, ${org} não enviará mais e-mails para ${username}, nem convites.`,
    stop: 'Não quero mais receber e-mails',
    stopped: ({ org }) => `${org} não enviará mais e-mails para você`,
    undo: 'Desfazer',
    resumed: ({ org }) => `${org} pode voltar a enviar e-mails para você`,
    toInvitation: 'Ver convite',
  },
  renewal: {
    question: (it) => `Convidar ${it.username} novamente ${to(it)}?`,
    means: () => 'A pessoa receberá outro e-mail com um novo link, com o mesmo acesso de antes.',
    inviteAgain: 'Convidar novamente',
    done: { title: 'Um novo convite está a caminho', text: 'O link antigo não funciona mais.' },
    unknown: {
      title: 'Este link não funciona',
      text: 'Ele funciona uma única vez, durante 30 dias. Você pode convidar a pessoa de novo onde gerencia o acesso.',
    },
    settled: {
      title: 'Não há nada para renovar',
      text: 'O convite já foi respondido, cancelado ou refeito.',
    },
    notAllowed: {
      title: 'Você não pode mais convidar',
      text: 'Seu próprio acesso mudou. Fale com quem gerencia o acesso da organização.',
    },
  },
}
