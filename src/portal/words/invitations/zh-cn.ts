import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const quoted = (name: string): string => inQuotes('zh-CN', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? quoted(org) : `${quoted(org)}的项目${quoted(project)}`
/** Latin letters and Chinese characters stand apart, Chinese characters do not. */
const apart = (name: string): string =>
  `${/^[\u0021-\u024f]/.test(name) ? ' ' : ''}${name}${/[\u0021-\u024f]$/.test(name) ? ' ' : ''}`
const whom = ({ org, inviter }: Told): string =>
  inviter === undefined ? `${quoted(org)}的访问权限管理员` : apart(inviter)

export const zhCn: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${quoted(it.org)}邀请您加入`
          : `${quoted(it.org)}邀请您加入项目${quoted(it.project)}`
        : `${apart(it.inviter).trimStart()}邀请您加入${place(it)}`,
    sentTo: (username) => `收件人：${username}`,
    validUntil: (time) => html`有效期至 ${time}`,
    accept: '接受邀请',
    decline: '拒绝',
    hasAccount: '您已有账户。请登录后接受邀请。',
    signInAndAccept: '登录并接受',
    missingPassword: '请输入密码。',
    wrongPassword: '密码与此账户不符。',
    forgotPassword: '忘记密码？',
    signedInAs: (person) => `您已登录为 ${person}。`,
    otherAddress: (person, invited) => `您已登录为 ${person}，但此邀请是发给 ${invited} 的。`,
    signInAs: (username) => `以 ${username} 登录`,
    notYou: '不是您本人？',
    signInAsOther: '使用其他账户登录',
  },
  answer: {
    declineQuestion: (it) => `要拒绝加入${place(it)}的邀请吗？`,
    declineMeans: '在邀请过期之前，您可以随时改变主意。',
    declineInvitation: '拒绝邀请',
    back: '返回',
    welcome: '您已加入',
    memberOf: (org) => `您现在是${quoted(org)}的成员。`,
    continueTo: (name) => `前往 ${name}`,
    toProfile: '前往个人资料',
  },
  closed: {
    unknown: {
      title: '此链接无法使用',
      text: '它可能已被更新的邮件取代，请打开最新一封邮件中的链接。如果仍然无法打开，请向邀请您的人索取新的邀请。',
    },
    used: { title: '此邀请已被接受', text: '每个邀请只能使用一次。请使用接受邀请的账户登录。' },
    signIn: '登录',
    inAlready: { title: '您已经加入', text: '您已接受此邀请。' },
    declined: (it) => ({ title: '您已拒绝邀请', text: `您已拒绝加入${place(it)}的邀请。` }),
    declinedUndo: '在邀请过期之前，您可以随时改变主意。',
    undo: '撤销',
    revoked: (it) => ({
      title: '此邀请已被撤回',
      text: `此邀请已不能用于加入。如有疑问，请联系${whom(it)}。`.replace(' 。', '。'),
    }),
    expired: (it) => `您加入${place(it)}的邀请已过期`,
    wasValidUntil: (time) => html`邀请有效期至 ${time}。`,
    askInviter: (inviter) => `向${apart(inviter)}索取新的邀请`,
    askWhoever: (org) => `请向${quoted(org)}的访问权限管理员索取新的邀请。`,
    asked: (it) => ({
      title: '已请求新的邀请',
      text: `${whom(it).trimStart()}将收到一封邮件。新的邀请将发送至 ${it.username}。`,
    }),
    full: (it) => ({
      title: '目前无法加入',
      text: `人数或访问数量已达上限，您的邀请仍然有效。请告知${whom(it)}，然后再试。`.replace(' ，', '，'),
    }),
  },
}
