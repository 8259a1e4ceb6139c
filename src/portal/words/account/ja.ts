import type { AccountWords } from './words.ts'

export const ja: AccountWords = {
  email: 'メールアドレス',
  firstName: '名',
  lastName: '姓',
  password: 'パスワード',
  newPassword: '新しいパスワード',
  currentPassword: '現在のパスワード',
  passwordHint: '12 文字以上で入力してください。自分で考えた単語の組み合わせも使えます。',
  strength: { weak: 'まだ弱いです', fair: '良好です', strong: '強力です' },
  passwordFlaws: {
    'too-short': '12 文字以上で入力してください。',
    'too-long': '256 文字以内で入力してください。',
    common: '推測されやすいパスワードです。もっと長くするか、別のものにしてください。',
    personal: '名前、メールアドレス、組織名に近いパスワードです。別のものにしてください。',
  },
  firstNameFlaws: {
    missing: '名を入力してください。',
    'too-long': '100 文字以内で入力してください。',
    unprintable: '表示できない文字を取り除いてください。',
  },
  lastNameFlaws: {
    missing: '姓を入力してください。',
    'too-long': '100 文字以内で入力してください。',
    unprintable: '表示できない文字を取り除いてください。',
  },
  noAddress: 'ana@example.com のようなメールアドレスを入力してください。',
}
