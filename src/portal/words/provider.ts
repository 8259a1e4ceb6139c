// The words of signing in at the provider, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './provider/en.ts'
import { es } from './provider/es.ts'
import { ja } from './provider/ja.ts'
import { ko } from './provider/ko.ts'
import { ptBr } from './provider/pt-br.ts'
import type { ProviderWords } from './provider/words.ts'
import { zhCn } from './provider/zh-cn.ts'

export const providerWords: Readonly<Record<Language, ProviderWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
