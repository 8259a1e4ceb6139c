import type { ProviderWords } from './words.ts'

export const zhCn: ProviderWords = {
  continueWith: (name) => `使用 ${name} 继续`,
  back: '前往登录',
  failed: {
    title: '未能登录',
    text: '登录已取消、耗时过长，或不是从此浏览器发起的。请重试。',
  },
  unconfirmed: {
    title: '邮箱地址尚未确认',
    text: '您的登录服务尚未确认您的邮箱地址。请先在那里确认，然后重试。',
  },
  uninvited: {
    title: '没有发给您的邀请',
    text: '此地址未收到邀请，在这里也没有账户。请联系访问权限管理员发出邀请。',
  },
}
