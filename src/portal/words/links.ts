// The words of the pages that mails lead to beside the invitation’s own, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './links/en.ts'
import { es } from './links/es.ts'
import { ja } from './links/ja.ts'
import { ko } from './links/ko.ts'
import { ptBr } from './links/pt-br.ts'
import type { LinkWords } from './links/words.ts'
import { zhCn } from './links/zh-cn.ts'

export const linkWords: Readonly<Record<Language, LinkWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
