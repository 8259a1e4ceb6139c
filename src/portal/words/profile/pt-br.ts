import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const ptBr: ProfileWords = {
  title: 'Seu perfil',
  signOut: 'Sair',
  name: { title: 'Nome', save: 'Salvar nome' },
  language: { title: 'Idioma', hint: 'Destas páginas e dos e-mails que você recebe.', save: 'Salvar idioma' },
  password: {
    title: 'Senha',
    hint: 'Suas outras sessões serão encerradas.',
    change: 'Alterar senha',
    wrong: 'Esta não é sua senha atual.',
    none: 'Sua conta não tem senha aqui. Você entra pelo seu provedor.',
    setByMail: 'Definir uma senha por e-mail',
  },
  sessions: {
    title: 'Onde você está conectado',
    thisBrowser: 'Este navegador',
    browserOn: (browser, system) => `${browser} no ${system}`,
    unknownBrowser: 'Navegador desconhecido',
    signedInFrom: (address) => `entrada a partir de ${address}`,
    lastUsed: (when) => html`último uso: ${when}`,
    end: 'Encerrar sessão',
    endOthers: 'Encerrar todas as outras sessões',
  },
  organizations: {
    title: 'Organizações',
    none: 'Você não está em nenhuma organização.',
    since: (when) => html`Membro desde ${when}`,
    more: (count) => `e mais ${count}`,
    leave: 'Sair',
    lastOwner: 'Você é a única pessoa proprietária. Torne outra pessoa proprietária antes de sair.',
  },
  leave: {
    title: (org) => `Sair de ${org}?`,
    youLose: 'Você não poderá mais:',
    member: 'ser membro da organização',
    means: 'Para voltar, você precisará de um novo convite.',
    leave: 'Sair da organização',
    stay: 'Ficar',
  },
  invitations: {
    title: 'Convites para você',
    toOrg: (org, inviter) => (inviter === undefined ? `${org} convida você` : `${inviter} convida você para ${org}`),
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${org} convida você para o projeto ${project}`
        : `${inviter} convida você para o projeto ${project} de ${org}`,
    validUntil: (when) => html`Válido até ${when}`,
    accept: 'Aceitar convite',
    decline: 'Recusar',
  },
  done: {
    name: 'Seu nome foi salvo.',
    language: 'Seu idioma foi salvo.',
    password: 'Sua senha foi alterada, e suas outras sessões foram encerradas.',
    session: 'Essa sessão foi encerrada.',
    sessions: 'Suas outras sessões foram encerradas.',
    left: 'Você saiu da organização.',
    accepted: 'Você já faz parte da organização.',
    declined: 'Você recusou o convite.',
    gone: 'Este convite expirou ou foi retirado.',
    full: 'Não é possível adicionar você agora: um limite foi atingido. O convite continua válido.',
  },
}
