import type { FrameWords } from './words.ts'

export const zhCn: FrameWords = {
  language: '语言',
  switchLanguage: '切换',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  oneMoment: '请稍候…',
  backToStart: '前往首页',
  problems: {
    'not-found': { title: '找不到此页面', text: '请检查地址，或重新打开邮件中的链接。' },
    'cross-site': {
      title: '此请求来自其他网站',
      text: '为了安全，未做任何更改。请重新打开页面，并从该页面提交。',
    },
    'too-many': { title: '尝试次数过多', text: '请等待几分钟后再试。' },
    'too-busy': { title: '当前访问量较大', text: '未做任何更改。请稍后再试。' },
    refused: {
      title: '现在无法执行此操作',
      text: '未做任何更改。情况可能已发生变化，或已达到上限。请重新打开页面查看。',
    },
    'bad-request': { title: '无法读取内容', text: '未做任何更改。请重新打开页面后再试。' },
    failed: { title: '出现了问题', text: '未做任何更改。请稍后再试。' },
  },
}
