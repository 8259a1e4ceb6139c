import type { FrameWords } from './words.ts'

export const ko: FrameWords = {
  language: '언어',
  switchLanguage: '변경',
  showPassword: '비밀번호 표시',
  hidePassword: '비밀번호 숨기기',
  oneMoment: '잠시만 기다려 주세요…',
  backToStart: '시작 페이지로 이동',
  problems: {
    'not-found': { title: '페이지를 찾을 수 없습니다', text: '주소를 확인하거나 메일의 링크를 다시 열어 주세요.' },
    'cross-site': {
      title: '다른 사이트에서 보낸 요청입니다',
      text: '안전을 위해 아무것도 변경하지 않았습니다. 페이지를 다시 열고 그곳에서 보내 주세요.',
    },
    'too-many': { title: '시도 횟수가 너무 많습니다', text: '몇 분 뒤에 다시 시도해 주세요.' },
    'too-busy': {
      title: '지금 이용자가 많습니다',
      text: '아무것도 변경하지 않았습니다. 잠시 뒤에 다시 시도해 주세요.',
    },
    refused: {
      title: '지금은 할 수 없습니다',
      text: '아무것도 변경하지 않았습니다. 그사이 상황이 바뀌었거나 한도에 도달했습니다. 페이지를 다시 열어 확인해 주세요.',
    },
    'bad-request': {
      title: '내용을 읽을 수 없습니다',
      text: '아무것도 변경하지 않았습니다. 페이지를 다시 열고 한 번 더 시도해 주세요.',
    },
    failed: { title: '문제가 발생했습니다', text: '아무것도 변경하지 않았습니다. 잠시 뒤에 다시 시도해 주세요.' },
  },
}
