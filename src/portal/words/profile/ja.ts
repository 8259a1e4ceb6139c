import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const ja: ProfileWords = {
  title: 'プロフィール',
  signOut: 'サインアウト',
  name: { title: '名前', save: '名前を保存' },
  language: { title: '言語', hint: 'このページと、あなた宛てのメールに使われます。', save: '言語を保存' },
  password: {
    title: 'パスワード',
    hint: '変更すると、ほかの場所ではすべてサインアウトします。',
    change: 'パスワードを変更',
    wrong: '現在のパスワードが正しくありません。',
    none: 'このアカウントにはパスワードがありません。外部プロバイダーでサインインしています。',
    setByMail: 'メールでパスワードを設定',
  },
  sessions: {
    title: 'サインイン中の場所',
    thisBrowser: 'このブラウザー',
    browserOn: (browser, system) => `${system} の ${browser}`,
    unknownBrowser: '不明なブラウザー',
    signedInFrom: (address) => `サインイン元: ${address}`,
    lastUsed: (when) => html`最後の使用: ${when}`,
    end: 'このセッションを終了',
    endOthers: 'ほかの場所からすべてサインアウト',
  },
  organizations: {
    title: '組織',
    none: 'どの組織にも参加していません。',
    since: (when) => html`${when}からメンバー`,
    more: (count) => `ほか ${count} 件`,
    leave: '脱退',
    lastOwner: '最後のオーナーです。脱退する前に、ほかの人をオーナーにしてください。',
  },
  leave: {
    title: (org) => `${inQuotes('ja', org)}から脱退しますか?`,
    youLose: '次のことができなくなります:',
    member: '組織のメンバーでいる',
    means: '再び参加するには、新しい招待が必要です。',
    leave: '組織から脱退する',
    stay: 'とどまる',
  },
  invitations: {
    title: 'あなたへの招待',
    toOrg: (org, inviter) =>
      inviter === undefined ? `${inQuotes('ja', org)}からの招待` : `${inviter} さんから${inQuotes('ja', org)}への招待`,
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${inQuotes('ja', org)}からプロジェクト${inQuotes('ja', project)}への招待`
        : `${inviter} さんから${inQuotes('ja', org)}のプロジェクト${inQuotes('ja', project)}への招待`,
    validUntil: (when) => html`${when}まで有効`,
    accept: '招待を承諾',
    decline: '辞退',
  },
  done: {
    name: '名前を保存しました。',
    language: '言語を保存しました。',
    password: 'パスワードを変更し、ほかの場所ではすべてサインアウトしました。',
    session: 'そのセッションを終了しました。',
    sessions: 'ほかの場所ではすべてサインアウトしました。',
    left: '組織から脱退しました。',
    accepted: '組織に参加しました。',
    declined: '招待を辞退しました。',
    gone: 'この招待は期限が切れたか、取り消されています。',
    full: '上限に達しているため、今は参加できません。招待は引き続き有効です。',
  },
}
