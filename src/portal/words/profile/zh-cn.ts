import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const zhCn: ProfileWords = {
  title: '个人资料',
  signOut: '退出登录',
  name: { title: '姓名', save: '保存姓名' },
  language: { title: '语言', hint: '用于这些页面和发给您的邮件。', save: '保存语言' },
  password: {
    title: '密码',
    hint: '更改后，您将在其他所有地方退出登录。',
    change: '更改密码',
    wrong: '当前密码不正确。',
    none: '您的账户在这里没有密码，您通过登录服务登录。',
    setByMail: '通过邮件设置密码',
  },
  sessions: {
    title: '已登录的地方',
    thisBrowser: '此浏览器',
    browserOn: (browser, system) => `${system} 上的 ${browser}`,
    unknownBrowser: '未知浏览器',
    signedInFrom: (address) => `登录地址：${address}`,
    lastUsed: (when) => html`上次使用：${when}`,
    end: '在该处退出登录',
    endOthers: '在其他所有地方退出登录',
  },
  organizations: {
    title: '组织',
    none: '您不属于任何组织。',
    since: (when) => html`${when}起成为成员`,
    more: (count) => `以及另外 ${count} 项`,
    leave: '退出',
    lastOwner: '您是最后一位所有者。请先将其他人设为所有者，然后再退出。',
  },
  leave: {
    title: (org) => `要退出${inQuotes('zh-CN', org)}吗？`,
    youLose: '您将不能再：',
    member: '作为组织的成员',
    means: '如需重新加入，您需要新的邀请。',
    leave: '退出组织',
    stay: '留下',
  },
  invitations: {
    title: '发给您的邀请',
    toOrg: (org, inviter) =>
      inviter === undefined ? `${inQuotes('zh-CN', org)}邀请您加入` : `${inviter} 邀请您加入${inQuotes('zh-CN', org)}`,
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${inQuotes('zh-CN', org)}邀请您加入项目${inQuotes('zh-CN', project)}`
        : `${inviter} 邀请您加入${inQuotes('zh-CN', org)}的项目${inQuotes('zh-CN', project)}`,
    validUntil: (when) => html`有效期至 ${when}`,
    accept: '接受邀请',
    decline: '拒绝',
  },
  done: {
    name: '姓名已保存。',
    language: '语言已保存。',
    password: '密码已更改，您已在其他所有地方退出登录。',
    session: '该会话已结束。',
    sessions: '您已在其他所有地方退出登录。',
    left: '您已退出组织。',
    accepted: '您已加入。',
    declined: '您已拒绝邀请。',
    gone: '此邀请已过期或已被撤回。',
    full: '由于已达到上限，您目前无法加入。邀请仍然有效。',
  },
}
