import type { SignInWords } from './words.ts'

export const zhCn: SignInWords = {
  signIn: '登录',
  refused: '邮箱或密码不正确。',
  forgot: '忘记密码？',
  or: '或',
  reset: {
    title: '重置密码',
    text: '我们会向您发送一个链接，用于设置新密码。',
    send: '发送链接',
    sentTitle: '请查看您的邮箱',
    sent: (address) => `如果 ${address} 有对应的账户，邮件正在发送途中。`,
    sentHint: '链接在一小时内有效，且只能使用一次。如果没有收到，请查看垃圾邮件，或稍后重试。',
    back: '返回登录',
  },
  choose: {
    title: '设置新密码',
    text: '设置后您将在此处登录，并在其他所有地方退出登录。',
    set: '设置密码',
  },
  dead: {
    title: '此链接已失效',
    text: '链接已被使用、已过期，或已被新链接取代。您的密码没有改变。',
    again: '获取新链接',
  },
}
