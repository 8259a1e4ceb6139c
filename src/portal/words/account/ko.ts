import type { AccountWords } from './words.ts'

export const ko: AccountWords = {
  email: '이메일',
  firstName: '이름',
  lastName: '성',
  password: '비밀번호',
  newPassword: '새 비밀번호',
  currentPassword: '현재 비밀번호',
  passwordHint: '12자 이상 입력해 주세요. 직접 만든 여러 단어도 좋습니다.',
  strength: { weak: '아직 약합니다', fair: '좋습니다', strong: '강력합니다' },
  passwordFlaws: {
    'too-short': '12자 이상 입력해 주세요.',
    'too-long': '256자 이하로 입력해 주세요.',
    common: '추측하기 쉬운 비밀번호입니다. 더 길거나 흔하지 않은 비밀번호를 사용해 주세요.',
    personal: '이름, 이메일 또는 조직 이름과 너무 비슷합니다. 다른 비밀번호를 사용해 주세요.',
  },
  firstNameFlaws: {
    missing: '이름을 입력해 주세요.',
    'too-long': '100자 이하로 입력해 주세요.',
    unprintable: '보이지 않는 문자를 빼 주세요.',
  },
  lastNameFlaws: {
    missing: '성을 입력해 주세요.',
    'too-long': '100자 이하로 입력해 주세요.',
    unprintable: '보이지 않는 문자를 빼 주세요.',
  },
  noAddress: 'ana@example.com 같은 이메일 주소를 입력해 주세요.',
}
