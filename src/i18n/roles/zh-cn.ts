// What each role allows, in simplified Chinese: entries of the list that the first line introduces.
import { inQuotes } from '../names.ts'
import type { RoleWords } from './role-words.ts'

const quoted = (name: string): string => inQuotes('zh-CN', name)
const within = (what: string) => (project: string) => `在项目${quoted(project)}中${what}`

export const SIMPLIFIED_CHINESE: RoleWords = {
  youWillBeAbleTo: '您将可以：',
  org: {
    ORG_OWNER: '管理组织的所有事项',
    ORG_MEMBER: '作为组织成员参与协作',
    ORG_GROUP_CREATOR: '在组织中创建项目',
    ORG_BILLING_ADMIN: '管理组织的账单',
    ORG_BILLING_READ_ONLY: '查看组织的账单',
    ORG_STREAM_PROCESSING_ADMIN: '在组织的所有项目中管理流处理',
    ORG_READ_ONLY: '查看组织的所有信息',
  },
  project: {
    GROUP_OWNER: within('管理所有事项'),
    GROUP_REPLICA_SET_MANAGER: within('管理副本集'),
    GROUP_CLUSTER_MANAGER: within('管理集群'),
    GROUP_CLUSTER_CREATOR: within('创建集群'),
    GROUP_CLUSTER_LOG_VIEWER: within('查看集群日志'),
    GROUP_CLUSTER_RESILIENCE_TESTER: within('测试集群的容错能力'),
    GROUP_STREAM_PROCESSING_OWNER: within('管理流处理'),
    GROUP_ACCESS_MANAGER: within('管理访问权限'),
    GROUP_DATA_ACCESS_ADMIN: within('管理数据和集合'),
    GROUP_DATA_ACCESS_READ_WRITE: within('读取和修改数据'),
    GROUP_DATA_ACCESS_READ_ONLY: within('读取数据'),
    GROUP_DATABASE_ACCESS_ADMIN: within('管理数据库用户'),
    GROUP_BACKUP_MANAGER: within('管理备份'),
    GROUP_BACKUP_CREATOR: within('创建备份'),
    GROUP_BACKUP_RECOVERY_OPERATOR: within('从备份恢复数据'),
    GROUP_BACKUP_EXPORT_OPERATOR: within('导出备份'),
    GROUP_NETWORK_ACCESS_MANAGER: within('管理网络访问'),
    GROUP_OBSERVABILITY_VIEWER: within('查看指标和性能'),
    GROUP_TRIGGER_MANAGER: within('管理触发器'),
    GROUP_READ_ONLY: (project) => `查看项目${quoted(project)}的设置和活动`,
    GROUP_INDEX_MANAGER: within('管理索引'),
    GROUP_SEARCH_INDEX_EDITOR: within('管理搜索索引'),
    GROUP_REAL_TIME_PERFORMANCE_OPERATOR: within('实时查看性能'),
    GROUP_SUPPORT_ACCESS_MANAGER: within('管理支持人员的访问权限'),
    GROUP_ALERTS_MANAGER: within('管理告警'),
    GROUP_MODEL_OWNER: within('管理 AI 模型'),
    GROUP_USER_ADMIN: within('管理用户'),
    GROUP_MONITORING_ADMIN: within('管理监控'),
    GROUP_BACKUP_ADMIN: within('管理备份'),
    GROUP_AUTOMATION_ADMIN: within('管理自动化'),
  },
  team: (team) => `加入团队${quoted(team)}`,
  otherOrgRole: (role) => `在组织中拥有角色 ${role}`,
  otherProjectRole: (role, project) => `在项目${quoted(project)}中拥有角色 ${role}`,
}
