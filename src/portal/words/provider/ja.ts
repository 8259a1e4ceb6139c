import type { ProviderWords } from './words.ts'

export const ja: ProviderWords = {
  continueWith: (name) => `${name} で続ける`,
  back: 'サインインへ',
  failed: {
    title: 'サインインできませんでした',
    text: 'サインインが中止されたか、時間がかかりすぎたか、このブラウザーから始められていません。もう一度お試しください。',
  },
  unconfirmed: {
    title: 'メールアドレスが確認されていません',
    text: 'プロバイダー側でメールアドレスがまだ確認されていません。確認してから、もう一度お試しください。',
  },
  uninvited: {
    title: '招待がありません',
    text: 'このメールアドレスは招待されておらず、アカウントもありません。アクセスの管理者に招待を依頼してください。',
  },
}
