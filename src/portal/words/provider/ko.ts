import type { ProviderWords } from './words.ts'

export const ko: ProviderWords = {
  continueWith: (name) => `${name} 계정으로 계속`,
  back: '로그인으로 이동',
  failed: {
    title: '로그인하지 못했습니다',
    text: '로그인이 취소되었거나, 시간이 너무 오래 걸렸거나, 이 브라우저에서 시작되지 않았습니다. 다시 시도해 주세요.',
  },
  unconfirmed: {
    title: '이메일 주소가 확인되지 않았습니다',
    text: '로그인 제공자가 아직 이메일 주소를 확인하지 않았습니다. 그곳에서 확인한 뒤 다시 시도해 주세요.',
  },
  uninvited: {
    title: '초대가 없습니다',
    text: '이 주소로 보낸 초대가 없고, 여기에 계정도 없습니다. 액세스 관리자에게 초대를 요청해 주세요.',
  },
}
