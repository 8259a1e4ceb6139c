// Mails in Japanese, in です・ます. Names of organizations, projects and teams stand in corner brackets.
import { inQuotes } from '../../i18n/names.ts'
import type { Answer, MailWords, Place } from './mail-words.ts'

const quoted = (name: string): string => inQuotes('ja', name)
const place = ({ org, project }: Place): string =>
  project === undefined ? quoted(org) : `${quoted(org)}のプロジェクト${quoted(project)}`
const short = ({ name, username }: Answer): string => (name === undefined ? `${username} さん` : `${name}さん`)
const who = (it: Answer): string => (it.name === undefined ? short(it) : `${short(it)}（${it.username}）`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `、プロジェクト${quoted(project)}`)

export const JAPANESE: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${inviter}さんから${place(it)}への招待が届いています`,
    orgInvites: ({ org, project }) =>
      project === undefined
        ? `${quoted(org)}から招待が届いています`
        : `${quoted(org)}からプロジェクト${quoted(project)}への招待が届いています`,
    sentTo: (it) => `宛先: ${it.username}`,
    validUntil: (it) => `招待の有効期限は ${it.until} です。`,
    expires: (it) => `${place(it)}への招待の有効期限は ${it.until} です`,
    stillOpen: (it) =>
      `${it.inviter === undefined ? quoted(it.org) : `${it.inviter}さん`}からの招待に、まだ回答されていません。`,
    view: '招待を確認する',
    unexpected: 'お心当たりがない場合は、このメールを無視してください。承諾しない限り、何も起こりません。',
    stop: '今後メールを受け取らない',
    stopMeans: (it) => `この設定をすると、${quoted(it.org)}から ${it.username} 宛てのメールは送信されなくなります。`,
  },
  renewal: {
    expired: (it) => `${it.username} さんに送った${place(it)}への招待が期限切れになりました`,
    unanswered: (it) => `有効期限の ${it.until} までに回答がありませんでした。`,
    asks: (it) => `${it.username} さんが${place(it)}への新しい招待を希望しています`,
    askedBecause: (it) => `招待の有効期限が ${it.until} に切れたため、リンクは使えなくなっています。`,
    again: (it) => `${it.username} さんに、同じ権限の新しい招待を送ることができます。`,
    inviteAgain: 'もう一度招待する',
    nothingToDo: '招待しない場合は、何もする必要はありません。',
  },
  answers: {
    accepted: (it, invited) => `${short(it)}が${place(invited)}への招待を承諾しました`,
    declined: (it, invited) => `${short(it)}が${place(invited)}への招待を辞退しました`,
    acceptedAt: (it) => `${who(it)}が ${it.at} に承諾しました。`,
    declinedAt: (it) => `${who(it)}が ${it.at} に辞退しました。`,
    answers: (count, org) => `${quoted(org)}への招待に ${count} 件の回答がありました`,
    counts: (accepted, declined) => `承諾 ${accepted} 件、辞退 ${declined} 件です。`,
    acceptedTitle: (count) => `承諾 (${count} 件)`,
    declinedTitle: (count) => `辞退 (${count} 件)`,
    entry: (it) => `${who(it)}${inProject(it)}: ${it.at}`,
    more: (count) => `ほか ${count} 件`,
  },
  password: {
    reset: (brand) => `${brand} のパスワードの再設定`,
    asked: (username, brand) => `${brand} で ${username} のパスワード再設定のリクエストを受け付けました。`,
    worksFor: (minutes) => `リンクは ${minutes} 分間、一度だけ使えます。`,
    choose: '新しいパスワードを設定する',
    notAsked: 'お心当たりがない場合は、このメールを無視してください。パスワードは変わりません。',
  },
  orOpen: 'または、次のリンクを開いてください:',
  sentBy: (brand) => `送信元: ${brand}`,
}
