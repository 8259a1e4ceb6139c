import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { ProfileWords } from './words.ts'

export const ko: ProfileWords = {
  title: '내 프로필',
  signOut: '로그아웃',
  name: { title: '이름', save: '이름 저장' },
  language: { title: '언어', hint: '이 페이지와 회원님이 받는 메일에 사용됩니다.', save: '언어 저장' },
  password: {
    title: '비밀번호',
    hint: '변경하면 다른 곳에서는 모두 로그아웃됩니다.',
    change: '비밀번호 변경',
    wrong: '현재 비밀번호가 올바르지 않습니다.',
    none: '이 계정에는 비밀번호가 없습니다. 로그인 제공자를 통해 로그인합니다.',
    setByMail: '메일로 비밀번호 설정',
  },
  sessions: {
    title: '로그인된 곳',
    thisBrowser: '이 브라우저',
    browserOn: (browser, system) => `${system}의 ${browser}`,
    unknownBrowser: '알 수 없는 브라우저',
    signedInFrom: (address) => `로그인 위치: ${address}`,
    lastUsed: (when) => html`마지막 사용: ${when}`,
    end: '이 세션 종료',
    endOthers: '다른 모든 곳에서 로그아웃',
  },
  organizations: {
    title: '조직',
    none: '속한 조직이 없습니다.',
    since: (when) => html`${when}부터 구성원`,
    more: (count) => `외 ${count}개`,
    leave: '나가기',
    lastOwner: '마지막 소유자입니다. 나가기 전에 다른 사람을 소유자로 지정해 주세요.',
  },
  leave: {
    title: (org) => `${inQuotes('ko', org)} 조직에서 나가시겠습니까?`,
    youLose: '다음 작업을 더 이상 할 수 없습니다:',
    member: '조직의 구성원으로 활동',
    means: '다시 들어오려면 새 초대가 필요합니다.',
    leave: '조직에서 나가기',
    stay: '남기',
  },
  invitations: {
    title: '받은 초대',
    toOrg: (org, inviter) =>
      inviter === undefined
        ? `${inQuotes('ko', org)} 조직의 초대`
        : `${inviter} 님이 보낸 ${inQuotes('ko', org)} 조직 초대`,
    toProject: (project, org, inviter) =>
      inviter === undefined
        ? `${inQuotes('ko', org)} 조직의 ${inQuotes('ko', project)} 프로젝트 초대`
        : `${inviter} 님이 보낸 ${inQuotes('ko', org)} 조직의 ${inQuotes('ko', project)} 프로젝트 초대`,
    validUntil: (when) => html`${when}까지 유효`,
    accept: '초대 수락',
    decline: '거절',
  },
  done: {
    name: '이름을 저장했습니다.',
    language: '언어를 저장했습니다.',
    password: '비밀번호를 변경했으며 다른 곳에서는 모두 로그아웃되었습니다.',
    session: '해당 세션을 종료했습니다.',
    sessions: '다른 모든 곳에서 로그아웃되었습니다.',
    left: '조직에서 나갔습니다.',
    accepted: '조직에 참여했습니다.',
    declined: '초대를 거절했습니다.',
    gone: '만료되었거나 철회된 초대입니다.',
    full: '한도에 도달해 지금은 참여할 수 없습니다. 초대는 계속 유효합니다.',
  },
}
