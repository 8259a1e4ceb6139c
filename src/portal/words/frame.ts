// The words around every page, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './frame/en.ts'
import { es } from './frame/es.ts'
import { ja } from './frame/ja.ts'
import { ko } from './frame/ko.ts'
import { ptBr } from './frame/pt-br.ts'
import type { FrameWords } from './frame/words.ts'
import { zhCn } from './frame/zh-cn.ts'

export const frameWords: Readonly<Record<Language, FrameWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
