import { inQuotes } from '../../../i18n/names.ts'
import { html } from '../../../platform/html.ts'
import type { InvitationWords, Told } from './words.ts'

const quoted = (name: string): string => inQuotes('ko', name)
const place = ({ org, project }: Told): string =>
  project === undefined ? `${quoted(org)} 조직` : `${quoted(org)} 조직의 ${quoted(project)} 프로젝트`
const whom = ({ org, inviter }: Told): string =>
  inviter === undefined ? `${quoted(org)} 조직의 액세스 관리자` : `${inviter} 님`

export const ko: InvitationWords = {
  pending: {
    invites: (it) =>
      it.inviter === undefined
        ? it.project === undefined
          ? `${quoted(it.org)} 조직에서 회원님을 초대합니다`
          : `${quoted(it.org)} 조직에서 회원님을 ${quoted(it.project)} 프로젝트에 초대합니다`
        : `${it.inviter} 님이 회원님을 ${place(it)}에 초대합니다`,
    sentTo: (username) => `받는 사람: ${username}`,
    validUntil: (time) => html`${time}까지 유효`,
    accept: '초대 수락',
    decline: '거절',
    hasAccount: '이미 계정이 있습니다. 로그인하여 수락해 주세요.',
    signInAndAccept: '로그인하고 수락',
    missingPassword: '비밀번호를 입력해 주세요.',
    wrongPassword: '이 계정의 비밀번호가 아닙니다.',
    forgotPassword: '비밀번호를 잊으셨나요?',
    signedInAs: (person) => `${person} 계정으로 로그인되어 있습니다.`,
    otherAddress: (person, invited) =>
      `${person} 계정으로 로그인되어 있지만, 이 초대는 ${invited} 주소로 보낸 것입니다.`,
    signInAs: (username) => `${username} 계정으로 로그인`,
    notYou: '본인이 아니신가요?',
    signInAsOther: '다른 계정으로 로그인',
  },
  answer: {
    declineQuestion: (it) => `${place(it)} 초대를 거절하시겠습니까?`,
    declineMeans: '초대가 만료되기 전까지는 취소할 수 있습니다.',
    declineInvitation: '초대 거절',
    back: '돌아가기',
    welcome: '참여가 완료되었습니다',
    memberOf: (org) => `이제 ${quoted(org)} 조직의 구성원입니다.`,
    continueTo: (name) => `${name} 서비스로 계속`,
    toProfile: '내 프로필로 이동',
  },
  closed: {
    unknown: {
      title: '사용할 수 없는 링크입니다',
      text: '더 최근에 보낸 메일의 링크로 바뀌었을 수 있습니다. 가장 최근 메일의 링크를 열어 주세요. 그래도 열리지 않으면 초대한 분에게 새 초대를 요청해 주세요.',
    },
    used: {
      title: '이미 수락된 초대입니다',
      text: '초대는 한 번만 사용할 수 있습니다. 초대를 수락한 계정으로 로그인해 주세요.',
    },
    signIn: '로그인',
    inAlready: { title: '이미 참여하고 있습니다', text: '이 초대를 이미 수락하셨습니다.' },
    declined: (it) => ({ title: '초대를 거절했습니다', text: `${place(it)} 초대를 거절하셨습니다.` }),
    declinedUndo: '초대가 만료되기 전까지는 취소할 수 있습니다.',
    undo: '거절 취소',
    revoked: (it) => ({
      title: '철회된 초대입니다',
      text: `이 초대로는 더 이상 참여할 수 없습니다. 예상하지 못한 일이라면 ${whom(it)}에게 문의해 주세요.`,
    }),
    expired: (it) => `${place(it)} 초대가 만료되었습니다`,
    wasValidUntil: (time) => html`초대는 ${time}까지 유효했습니다.`,
    askInviter: (inviter) => `${inviter} 님에게 새 초대 요청`,
    askWhoever: (org) => `${quoted(org)} 조직의 액세스 관리자에게 새 초대를 요청해 주세요.`,
    asked: (it) => ({
      title: '새 초대를 요청했습니다',
      text: `${whom(it)}에게 메일을 보냅니다. 새 초대는 ${it.username} 주소로 도착합니다.`,
    }),
    full: (it) => ({
      title: '지금은 참여할 수 없습니다',
      text: `인원 또는 액세스 수가 한도에 도달했습니다. 초대는 계속 유효합니다. ${whom(it)}에게 알린 뒤 다시 시도해 주세요.`,
    }),
  },
}
