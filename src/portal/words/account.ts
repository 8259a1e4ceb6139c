// The fields of somebody's own account, and what can be wrong with them, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './account/en.ts'
import { es } from './account/es.ts'
import { ja } from './account/ja.ts'
import { ko } from './account/ko.ts'
import { ptBr } from './account/pt-br.ts'
import type { AccountWords } from './account/words.ts'
import { zhCn } from './account/zh-cn.ts'

export const accountWords: Readonly<Record<Language, AccountWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
