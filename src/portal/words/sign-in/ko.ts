import type { SignInWords } from './words.ts'

export const ko: SignInWords = {
  signIn: '로그인',
  refused: '이메일 또는 비밀번호가 올바르지 않습니다.',
  forgot: '비밀번호를 잊으셨나요?',
  or: '또는',
  reset: {
    title: '비밀번호 재설정',
    text: '새 비밀번호를 설정할 수 있는 링크를 보내 드립니다.',
    send: '링크 보내기',
    sentTitle: '메일함을 확인해 주세요',
    sent: (address) => `${address} 주소의 계정이 있으면 메일을 보내 드립니다.`,
    sentHint:
      '링크는 한 시간 동안 한 번만 사용할 수 있습니다. 메일이 오지 않으면 스팸 메일함을 확인하거나 나중에 다시 시도해 주세요.',
    back: '로그인으로 돌아가기',
  },
  choose: {
    title: '새 비밀번호 설정',
    text: '설정하면 이 브라우저에서 로그인되고 다른 곳에서는 모두 로그아웃됩니다.',
    set: '비밀번호 설정',
  },
  dead: {
    title: '사용할 수 없는 링크입니다',
    text: '이미 사용했거나 만료되었거나 새 링크로 바뀌었습니다. 비밀번호는 그대로입니다.',
    again: '새 링크 받기',
  },
}
