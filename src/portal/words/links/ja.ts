import { inQuotes } from '../../../i18n/names.ts'
import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const quoted = (name: string): string => inQuotes('ja', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? quoted(org) : `${quoted(org)}のプロジェクト${quoted(project)}`

export const ja: LinkWords = {
  mail: {
    question: ({ org }) => `${quoted(org)}からのメールを停止しますか？`,
    means: ({ org, username }) =>
      `停止すると、${quoted(org)}から ${username} 宛てのメールは、招待も含めて送信されなくなります。`,
    stop: '今後メールを受け取らない',
    stopped: ({ org }) => `${quoted(org)}からのメールを停止しました`,
    undo: '停止を取り消す',
    resumed: ({ org }) => `${quoted(org)}からのメールを再開しました`,
    toInvitation: '招待を確認する',
  },
  renewal: {
    question: (it) => `${it.username} さんを${place(it)}にもう一度招待しますか？`,
    means: () => '同じ権限で、新しいリンクのメールが届きます。',
    inviteAgain: 'もう一度招待する',
    done: { title: '新しい招待を送信します', text: '以前のリンクは使えなくなりました。' },
    unknown: {
      title: 'このリンクは使えません',
      text: 'リンクは 30 日間、一度だけ使えます。アクセスの管理画面からもう一度招待できます。',
    },
    settled: {
      title: '更新する招待はありません',
      text: '招待はすでに回答されたか、取り消されたか、新しく作成されています。',
    },
    notAllowed: {
      title: '招待する権限がなくなりました',
      text: 'ご自身の権限が変更されています。組織のアクセス管理者にお問い合わせください。',
    },
  },
}
