import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const quoted = (name: string): string => inQuotes('ja', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? quoted(org) : `${quoted(org)}のプロジェクト${quoted(project)}`
const whom = ({ org, inviter }: Told): string =>
  inviter === undefined ? `${quoted(org)}のアクセス管理者` : `${inviter}さん`

export const ja: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${quoted(it.org)}から招待が届いています`
          : `${quoted(it.org)}からプロジェクト${quoted(it.project)}への招待が届いています`
        : `${it.inviter}さんから${place(it)}への招待が届いています`,
    sentTo: (username) => `宛先: ${username}`,
    validUntil: (time) => html`有効期限: ${time}`,
    accept: '招待を承諾する',
    decline: '辞退する',
    hasAccount: 'すでにアカウントをお持ちです。サインインして承諾してください。',
    signInAndAccept: 'サインインして承諾する',
    missingPassword: 'パスワードを入力してください。',
    wrongPassword: 'このアカウントのパスワードと一致しません。',
    forgotPassword: 'パスワードをお忘れですか？',
    signedInAs: (person) => `${person} としてサインインしています。`,
    otherAddress: (person, invited) => `${person} としてサインインしていますが、この招待は ${invited} 宛てです。`,
    signInAs: (username) => `${username} でサインインする`,
    notYou: 'ご本人ではありませんか？',
    signInAsOther: '別のアカウントでサインインする',
  },
  answer: {
    declineQuestion: (it) => `${place(it)}への招待を辞退しますか？`,
    declineMeans: '有効期限までは取り消すことができます。',
    declineInvitation: '招待を辞退する',
    back: '戻る',
    welcome: '参加が完了しました',
    memberOf: (org) => `${quoted(org)}のメンバーになりました。`,
    continueTo: (name) => `${name} に進む`,
    toProfile: 'プロフィールへ',
  },
  closed: {
    unknown: {
      title: 'このリンクは使えません',
      text: '新しいメールのリンクに置き換えられた可能性があります。最新のメールのリンクを開いてください。それでも開けない場合は、招待した方に新しい招待を依頼してください。',
    },
    used: {
      title: 'この招待は承諾済みです',
      text: '招待は一度だけ使えます。承諾したアカウントでサインインしてください。',
    },
    signIn: 'サインイン',
    inAlready: { title: 'すでに参加しています', text: 'この招待はすでに承諾されています。' },
    declined: (it) => ({ title: '招待を辞退しました', text: `${place(it)}への招待を辞退しました。` }),
    declinedUndo: '有効期限までは取り消すことができます。',
    undo: '辞退を取り消す',
    revoked: (it) => ({
      title: 'この招待は取り消されました',
      text: `この招待では参加できなくなりました。お心当たりがない場合は、${whom(it)}にお問い合わせください。`,
    }),
    expired: (it) => `${place(it)}への招待は有効期限が切れています`,
    wasValidUntil: (time) => html`有効期限は ${time} でした。`,
    askInviter: (inviter) => `${inviter}さんに新しい招待を依頼する`,
    askWhoever: (org) => `${quoted(org)}のアクセス管理者に新しい招待を依頼してください。`,
    asked: (it) => ({
      title: '新しい招待を依頼しました',
      text: `${whom(it)}にメールが届きます。新しい招待は ${it.username} に届きます。`,
    }),
    full: (it) => ({
      title: '現在、参加できません',
      text: `人数またはアクセス数の上限に達しています。招待は引き続き有効です。${whom(it)}に連絡してから、もう一度お試しください。`,
    }),
  },
}
