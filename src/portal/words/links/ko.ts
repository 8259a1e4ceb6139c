import { inQuotes } from '../../../i18n/names.ts'
import type { Told } from '../invitations/words.ts'
import type { LinkWords } from './words.ts'

const quoted = (name: string): string => inQuotes('ko', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? `${quoted(org)} 조직` : `${quoted(org)} 조직의 ${quoted(project)} 프로젝트`

export const ko: LinkWords = {
  mail: {
    question: ({ org }) => `${quoted(org)} 조직의 메일을 그만 받으시겠습니까?`,
    means: ({ org, username }) =>
      `${quoted(org)} 조직에서 ${username} 주소로 초대를 포함한 메일을 더 이상 보내지 않습니다.`,
    stop: '더 이상 메일 받지 않기',
    stopped: ({ org }) => `이제 ${quoted(org)} 조직에서 메일을 보내지 않습니다`,
    undo: '실행 취소',
    resumed: ({ org }) => `${quoted(org)} 조직에서 다시 메일을 보낼 수 있습니다`,
    toInvitation: '초대 보기',
  },
  renewal: {
    question: (it) => `${it.username} 님을 ${place(it)}에 다시 초대하시겠습니까?`,
    means: () => '이전과 같은 권한으로 새 링크가 담긴 메일을 보냅니다.',
    inviteAgain: '다시 초대하기',
    done: { title: '새 초대를 보냅니다', text: '이전 링크는 더 이상 사용할 수 없습니다.' },
    unknown: {
      title: '사용할 수 없는 링크입니다',
      text: '링크는 30일 동안 한 번만 사용할 수 있습니다. 액세스 관리 화면에서 다시 초대할 수 있습니다.',
    },
    settled: {
      title: '갱신할 초대가 없습니다',
      text: '이미 응답했거나, 철회되었거나, 새로 만든 초대입니다.',
    },
    notAllowed: {
      title: '더 이상 초대할 수 없습니다',
      text: '회원님의 권한이 변경되었습니다. 조직의 액세스 관리자에게 문의해 주세요.',
    },
  },
}
