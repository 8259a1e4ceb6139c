import { inQuotes } from '../../../i18n/names.ts'
import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const quoted = (name: string): string => inQuotes('zh-CN', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? quoted(org) : `${quoted(org)}的项目${quoted(project)}`

export const zhCn: LinkWords = {
  mail: {
    question: ({ org }) => `不再接收${quoted(org)}的邮件？`,
    means: ({ org, username }) => `选择后，${quoted(org)}将不再向 ${username} 发送邮件，包括邀请。`,
    stop: '不再接收邮件',
    stopped: ({ org }) => `${quoted(org)}不会再给您发送邮件`,
    undo: '撤销',
    resumed: ({ org }) => `${quoted(org)}可以再次给您发送邮件`,
    toInvitation: '查看邀请',
  },
  renewal: {
    question: (it) => `重新邀请 ${it.username} 加入${place(it)}？`,
    means: () => '对方会收到一封带有新链接的邮件，权限与之前相同。',
    inviteAgain: '重新邀请',
    done: { title: '新的邀请即将发出', text: '旧链接已失效。' },
    unknown: {
      title: '此链接无法使用',
      text: '链接在 30 天内有效，且只能使用一次。您可以在管理访问权限的地方重新邀请对方。',
    },
    settled: { title: '没有需要更新的邀请', text: '该邀请已被答复、撤回或重新发出。' },
    notAllowed: {
      title: '您已不能在那里发出邀请',
      text: '您自己的权限已变更。请联系该组织的访问权限管理员。',
    },
  },
}
