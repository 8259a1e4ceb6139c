// Mails in simplified Chinese, which addresses the reader as 您.
import { inQuotes } from '../../i18n/names.ts'
import type { Answer, MailWords, Place } from './mail-words.ts'

const quoted = (name: string): string => inQuotes('zh-CN', name)
const place = ({ org, project }: Place): string =>
  project === undefined ? quoted(org) : `${quoted(org)}的项目${quoted(project)}`
/** Latin letters and Chinese characters stand apart, Chinese characters do not. */
const spaced = (name: string): string => (/[\u0021-\u024f]$/.test(name) ? `${name} ` : name)
const who = ({ name, username }: Answer): string => (name === undefined ? username : `${name}（${username}）`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `，项目${quoted(project)}`)

export const SIMPLIFIED_CHINESE: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${spaced(inviter)}邀请您加入${place(it)}`,
    orgInvites: ({ org, project }) =>
      project === undefined ? `${quoted(org)}邀请您加入` : `${quoted(org)}邀请您加入项目${quoted(project)}`,
    sentTo: (it) => `收件人：${it.username}`,
    validUntil: (it) => `邀请有效期至 ${it.until}。`,
    expires: (it) => `您加入${place(it)}的邀请将于 ${it.until} 过期`,
    stillOpen: (it) => `${it.inviter === undefined ? quoted(it.org) : spaced(it.inviter)}向您发出了邀请，您尚未答复。`,
    view: '查看邀请',
    unexpected: '如果您没有料到会收到此邮件，请忽略。只要您不接受，就不会有任何变化。',
    stop: '不再接收邮件',
    stopMeans: (it) => `选择后，${quoted(it.org)}将不再向 ${it.username} 发送邮件。`,
  },
  renewal: {
    expired: (it) => `您邀请 ${it.username} 加入${place(it)}，邀请现已过期`,
    unanswered: (it) => `邀请有效期至 ${it.until}，对方未作答复。`,
    asks: (it) => `${it.username} 请求您重新邀请其加入${place(it)}`,
    askedBecause: (it) => `您的邀请有效期至 ${it.until}，链接已失效。`,
    again: (it) => `您可以向 ${it.username} 发送一份权限相同的新邀请。`,
    inviteAgain: '重新邀请',
    nothingToDo: '如果您不想重新邀请，则无需任何操作。',
  },
  answers: {
    accepted: (it, invited) => `${spaced(it.name ?? it.username)}接受了您的邀请，已加入${place(invited)}`,
    declined: (it, invited) => `${spaced(it.name ?? it.username)}拒绝了加入${place(invited)}的邀请`,
    acceptedAt: (it) => `${spaced(who(it))}于 ${it.at} 接受了邀请。`,
    declinedAt: (it) => `${spaced(who(it))}于 ${it.at} 拒绝了邀请。`,
    answers: (count, org) => `您发出的${quoted(org)}邀请收到 ${count} 份答复`,
    counts: (accepted, declined) => `接受 ${accepted} 份，拒绝 ${declined} 份。`,
    acceptedTitle: (count) => `已接受（${count}）`,
    declinedTitle: (count) => `已拒绝（${count}）`,
    entry: (it) => `${who(it)}${inProject(it)}：${it.at}`,
    more: (count) => `另有 ${count} 份`,
  },
  password: {
    reset: (brand) => `重置您的 ${brand} 密码`,
    asked: (username, brand) => `有人（应该是您本人）请求重置 ${username} 在 ${brand} 的密码。`,
    worksFor: (minutes) => `链接在 ${minutes} 分钟内有效，且只能使用一次。`,
    choose: '设置新密码',
    notAsked: '如果不是您本人操作，请忽略此邮件，您的密码不会改变。',
  },
  orOpen: '或打开以下链接：',
  sentBy: (brand) => `发件方：${brand}`,
}
