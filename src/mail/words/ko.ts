// Mails in Korean, in 합니다. A noun follows every name, so that no particle depends on how a name ends.
import { inQuotes } from '../../i18n/names.ts'
import type { Answer, MailWords, Place } from './mail-words.ts'

const quoted = (name: string): string => inQuotes('ko', name)
const place = ({ org, project }: Place): string =>
  project === undefined ? `${quoted(org)} 조직` : `${quoted(org)} 조직의 ${quoted(project)} 프로젝트`
const who = ({ name, username }: Answer): string => (name === undefined ? `${username} 님` : `${name} 님(${username})`)
const inProject = ({ project }: Answer): string => (project === undefined ? '' : `, ${quoted(project)} 프로젝트`)

export const KOREAN: MailWords = {
  invitation: {
    personInvites: (inviter, it) => `${inviter} 님이 회원님을 ${place(it)}에 초대합니다`,
    orgInvites: ({ org, project }) =>
      project === undefined
        ? `${quoted(org)} 조직에서 회원님을 초대합니다`
        : `${quoted(org)} 조직에서 회원님을 ${quoted(project)} 프로젝트에 초대합니다`,
    sentTo: (it) => `받는 사람: ${it.username}`,
    validUntil: (it) => `초대는 ${it.until}까지 유효합니다.`,
    expires: (it) => `${place(it)} 초대가 ${it.until}에 만료됩니다`,
    stillOpen: (it) =>
      `${it.inviter === undefined ? `${quoted(it.org)} 조직에서` : `${it.inviter} 님이`} 보낸 초대에 아직 응답하지 않으셨습니다.`,
    view: '초대 보기',
    unexpected: '예상하지 못한 메일이라면 무시하셔도 됩니다. 수락하지 않으면 아무 일도 일어나지 않습니다.',
    stop: '더 이상 메일 받지 않기',
    stopMeans: (it) => `선택하시면 ${quoted(it.org)} 조직에서 ${it.username} 주소로 더 이상 메일을 보내지 않습니다.`,
  },
  renewal: {
    expired: (it) => `${it.username} 님에게 보낸 ${place(it)} 초대가 만료되었습니다`,
    unanswered: (it) => `초대는 ${it.until}까지 유효했으며 응답이 없었습니다.`,
    asks: (it) => `${it.username} 님이 ${place(it)}에 다시 초대해 달라고 요청했습니다`,
    askedBecause: (it) => `보내신 초대는 ${it.until}까지 유효했으며, 이제 링크를 사용할 수 없습니다.`,
    again: (it) => `${it.username} 님에게 같은 권한의 새 초대를 보낼 수 있습니다.`,
    inviteAgain: '다시 초대하기',
    nothingToDo: '원하지 않으시면 아무것도 하지 않으셔도 됩니다.',
  },
  answers: {
    accepted: (it, invited) => `${it.name ?? it.username} 님이 ${place(invited)} 초대를 수락했습니다`,
    declined: (it, invited) => `${it.name ?? it.username} 님이 ${place(invited)} 초대를 거절했습니다`,
    acceptedAt: (it) => `${who(it)}이 ${it.at}에 수락했습니다.`,
    declinedAt: (it) => `${who(it)}이 ${it.at}에 거절했습니다.`,
    answers: (count, org) => `${quoted(org)} 조직 초대에 대한 응답 ${count}건`,
    counts: (accepted, declined) => `수락 ${accepted}건, 거절 ${declined}건입니다.`,
    acceptedTitle: (count) => `수락 (${count}건)`,
    declinedTitle: (count) => `거절 (${count}건)`,
    entry: (it) => `${who(it)}${inProject(it)}: ${it.at}`,
    more: (count) => `외 ${count}건`,
  },
  password: {
    reset: (brand) => `${brand} 비밀번호 재설정`,
    asked: (username, brand) => `${brand} 서비스에서 ${username} 계정의 비밀번호 재설정이 요청되었습니다.`,
    worksFor: (minutes) => `링크는 ${minutes}분 동안 한 번만 사용할 수 있습니다.`,
    choose: '새 비밀번호 설정',
    notAsked: '직접 요청하지 않으셨다면 이 메일을 무시하세요. 비밀번호는 바뀌지 않습니다.',
  },
  orOpen: '또는 다음 링크를 여세요.',
  sentBy: (brand) => `보낸 서비스: ${brand}`,
}
