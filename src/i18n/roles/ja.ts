// What each role allows, in Japanese: entries of the list that the first line introduces.
import { inQuotes } from '../names.ts'
import type { RoleWords } from './role-words.ts'

const quoted = (name: string): string => inQuotes('ja', name)
const within = (what: string) => (project: string) => `プロジェクト${quoted(project)}で${what}`

export const JAPANESE: RoleWords = {
  youWillBeAbleTo: '次のことができるようになります:',
  org: {
    ORG_OWNER: '組織全体を管理する',
    ORG_MEMBER: '組織のメンバーになる',
    ORG_GROUP_CREATOR: '組織にプロジェクトを作成する',
    ORG_BILLING_ADMIN: '組織の請求を管理する',
    ORG_BILLING_READ_ONLY: '組織の請求情報を閲覧する',
    ORG_STREAM_PROCESSING_ADMIN: '組織のすべてのプロジェクトでストリーム処理を管理する',
    ORG_READ_ONLY: '組織のすべての情報を閲覧する',
  },
  project: {
    GROUP_OWNER: (project) => `プロジェクト${quoted(project)}のすべてを管理する`,
    GROUP_REPLICA_SET_MANAGER: within('レプリカセットを管理する'),
    GROUP_CLUSTER_MANAGER: within('クラスターを管理する'),
    GROUP_CLUSTER_CREATOR: within('クラスターを作成する'),
    GROUP_CLUSTER_LOG_VIEWER: within('クラスターのログを閲覧する'),
    GROUP_CLUSTER_RESILIENCE_TESTER: within('クラスターの耐障害性をテストする'),
    GROUP_STREAM_PROCESSING_OWNER: within('ストリーム処理を管理する'),
    GROUP_ACCESS_MANAGER: within('アクセス権を管理する'),
    GROUP_DATA_ACCESS_ADMIN: within('データとコレクションを管理する'),
    GROUP_DATA_ACCESS_READ_WRITE: within('データを読み書きする'),
    GROUP_DATA_ACCESS_READ_ONLY: within('データを閲覧する'),
    GROUP_DATABASE_ACCESS_ADMIN: within('データベースユーザーを管理する'),
    GROUP_BACKUP_MANAGER: within('バックアップを管理する'),
    GROUP_BACKUP_CREATOR: within('バックアップを作成する'),
    GROUP_BACKUP_RECOVERY_OPERATOR: within('バックアップから復元する'),
    GROUP_BACKUP_EXPORT_OPERATOR: within('バックアップをエクスポートする'),
    GROUP_NETWORK_ACCESS_MANAGER: within('ネットワークアクセスを管理する'),
    GROUP_OBSERVABILITY_VIEWER: within('メトリクスとパフォーマンスを閲覧する'),
    GROUP_TRIGGER_MANAGER: within('トリガーを管理する'),
    GROUP_READ_ONLY: (project) => `プロジェクト${quoted(project)}の設定とアクティビティを閲覧する`,
    GROUP_INDEX_MANAGER: within('インデックスを管理する'),
    GROUP_SEARCH_INDEX_EDITOR: within('検索インデックスを管理する'),
    GROUP_REAL_TIME_PERFORMANCE_OPERATOR: within('パフォーマンスをリアルタイムで確認する'),
    GROUP_SUPPORT_ACCESS_MANAGER: within('サポート担当者のアクセスを管理する'),
    GROUP_ALERTS_MANAGER: within('アラートを管理する'),
    GROUP_MODEL_OWNER: within('AI モデルを管理する'),
    GROUP_USER_ADMIN: within('ユーザーを管理する'),
    GROUP_MONITORING_ADMIN: within('監視を管理する'),
    GROUP_BACKUP_ADMIN: within('バックアップを管理する'),
    GROUP_AUTOMATION_ADMIN: within('自動化を管理する'),
  },
  team: (team) => `チーム${quoted(team)}に参加する`,
  otherOrgRole: (role) => `組織で役割 ${role} を持つ`,
  otherProjectRole: (role, project) => `プロジェクト${quoted(project)}で役割 ${role} を持つ`,
}
