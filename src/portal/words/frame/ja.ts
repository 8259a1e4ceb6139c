import type { FrameWords } from './words.ts'

export const ja: FrameWords = {
  language: '言語',
  switchLanguage: '切り替える',
  showPassword: 'パスワードを表示',
  hidePassword: 'パスワードを隠す',
  oneMoment: 'お待ちください…',
  backToStart: 'トップページへ',
  problems: {
    'not-found': {
      title: 'ページが見つかりません',
      text: 'アドレスを確認するか、メールのリンクをもう一度開いてください。',
    },
    'cross-site': {
      title: '別のサイトから送信されました',
      text: '安全のため、何も変更していません。ページを開き直して、もう一度送信してください。',
    },
    'too-many': { title: '試行回数が多すぎます', text: '数分待ってから、もう一度お試しください。' },
    'too-busy': {
      title: 'ただいま混み合っています',
      text: '何も変更していません。少し待ってから、もう一度お試しください。',
    },
    refused: {
      title: '現在この操作はできません',
      text: '何も変更していません。その間に状況が変わったか、上限に達しています。ページを開き直して確認してください。',
    },
    'bad-request': {
      title: '読み取れませんでした',
      text: '何も変更していません。ページを開き直して、もう一度お試しください。',
    },
    failed: { title: '問題が発生しました', text: '何も変更していません。しばらくしてから、もう一度お試しください。' },
  },
}
