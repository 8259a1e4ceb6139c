import type { AccountWords } from './words.ts'

export const zhCn: AccountWords = {
  email: '邮箱',
  firstName: '名',
  lastName: '姓',
  password: '密码',
  newPassword: '新密码',
  currentPassword: '当前密码',
  passwordHint: '至少 12 个字符，可以是您自己想出的几个词。',
  strength: { weak: '强度较弱', fair: '强度良好', strong: '强度很高' },
  passwordFlaws: {
    'too-short': '请至少使用 12 个字符。',
    'too-long': '请最多使用 256 个字符。',
    common: '此密码容易被猜到。请使用更长或更少见的密码。',
    personal: '此密码与您的姓名、邮箱或组织名称过于相似。请换一个密码。',
  },
  firstNameFlaws: {
    missing: '请输入您的名。',
    'too-long': '请最多使用 100 个字符。',
    unprintable: '请去掉不可见的字符。',
  },
  lastNameFlaws: {
    missing: '请输入您的姓。',
    'too-long': '请最多使用 100 个字符。',
    unprintable: '请去掉不可见的字符。',
  },
  noAddress: '请输入邮箱地址，例如 ana@example.com。',
}
