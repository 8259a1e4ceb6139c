// A person's own page, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './profile/en.ts'
import { es } from './profile/es.ts'
import { ja } from './profile/ja.ts'
import { ko } from './profile/ko.ts'
import { ptBr } from './profile/pt-br.ts'
import type { ProfileWords } from './profile/words.ts'
import { zhCn } from './profile/zh-cn.ts'

export const profileWords: Readonly<Record<Language, ProfileWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
