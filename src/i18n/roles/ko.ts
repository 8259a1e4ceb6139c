// What each role allows, in Korean: entries of the list that the first line introduces.
import { inQuotes } from '../names.ts'
import type { RoleWords } from './role-words.ts'

const quoted = (name: string): string => inQuotes('ko', name)
const within = (what: string) => (project: string) => `${quoted(project)} 프로젝트에서 ${what}`

export const KOREAN: RoleWords = {
  youWillBeAbleTo: '다음 작업을 할 수 있습니다:',
  org: {
    ORG_OWNER: '조직의 모든 항목 관리',
    ORG_MEMBER: '조직의 구성원으로 활동',
    ORG_GROUP_CREATOR: '조직에서 프로젝트 만들기',
    ORG_BILLING_ADMIN: '조직의 결제 관리',
    ORG_BILLING_READ_ONLY: '조직의 결제 정보 보기',
    ORG_STREAM_PROCESSING_ADMIN: '조직의 모든 프로젝트에서 스트림 처리 관리',
    ORG_READ_ONLY: '조직의 모든 정보 보기',
  },
  project: {
    GROUP_OWNER: within('모든 항목 관리'),
    GROUP_REPLICA_SET_MANAGER: within('복제 세트 관리'),
    GROUP_CLUSTER_MANAGER: within('클러스터 관리'),
    GROUP_CLUSTER_CREATOR: within('클러스터 만들기'),
    GROUP_CLUSTER_LOG_VIEWER: within('클러스터 로그 보기'),
    GROUP_CLUSTER_RESILIENCE_TESTER: within('클러스터 복원력 테스트'),
    GROUP_STREAM_PROCESSING_OWNER: within('스트림 처리 관리'),
    GROUP_ACCESS_MANAGER: within('접근 권한 관리'),
    GROUP_DATA_ACCESS_ADMIN: within('데이터와 컬렉션 관리'),
    GROUP_DATA_ACCESS_READ_WRITE: within('데이터 읽기 및 변경'),
    GROUP_DATA_ACCESS_READ_ONLY: within('데이터 읽기'),
    GROUP_DATABASE_ACCESS_ADMIN: within('데이터베이스 사용자 관리'),
    GROUP_BACKUP_MANAGER: within('백업 관리'),
    GROUP_BACKUP_CREATOR: within('백업 만들기'),
    GROUP_BACKUP_RECOVERY_OPERATOR: within('백업 복원'),
    GROUP_BACKUP_EXPORT_OPERATOR: within('백업 내보내기'),
    GROUP_NETWORK_ACCESS_MANAGER: within('네트워크 접근 관리'),
    GROUP_OBSERVABILITY_VIEWER: within('지표와 성능 보기'),
    GROUP_TRIGGER_MANAGER: within('트리거 관리'),
    GROUP_READ_ONLY: (project) => `${quoted(project)} 프로젝트의 설정과 활동 보기`,
    GROUP_INDEX_MANAGER: within('인덱스 관리'),
    GROUP_SEARCH_INDEX_EDITOR: within('검색 인덱스 관리'),
    GROUP_REAL_TIME_PERFORMANCE_OPERATOR: within('실시간 성능 확인'),
    GROUP_SUPPORT_ACCESS_MANAGER: within('지원 담당자의 접근 권한 관리'),
    GROUP_ALERTS_MANAGER: within('알림 관리'),
    GROUP_MODEL_OWNER: within('AI 모델 관리'),
    GROUP_USER_ADMIN: within('사용자 관리'),
    GROUP_MONITORING_ADMIN: within('모니터링 관리'),
    GROUP_BACKUP_ADMIN: within('백업 관리'),
    GROUP_AUTOMATION_ADMIN: within('자동화 관리'),
  },
  team: (team) => `${quoted(team)} 팀에서 활동`,
  otherOrgRole: (role) => `조직에서 ${role} 역할 수행`,
  otherProjectRole: (role, project) => `${quoted(project)} 프로젝트에서 ${role} 역할 수행`,
}
