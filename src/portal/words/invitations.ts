// The words of an invitation’s page, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './invitations/en.ts'
import { es } from './invitations/es.ts'
import { ja } from './invitations/ja.ts'
import { ko } from './invitations/ko.ts'
import { ptBr } from './invitations/pt-br.ts'
import type { InvitationWords } from './invitations/words.ts'
import { zhCn } from './invitations/zh-cn.ts'

export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  en,
  'pt-BR': ptBr,
  es,
  ja,
  ko,
  'zh-CN': zhCn,
}
