// Signing in, and a new password for whoever forgot theirs, by language.
import type { Language } from '../../domain/languages.ts'
import { en } from './sign-in/en.ts'
import { es } from './sign-in/es.ts'
import { ja } from './sign-in/ja.ts'
import { ko } from './sign-in/ko.ts'
import { ptBr } from './sign-in/pt-br.ts'
import type { SignInWords } from './sign-in/words.ts'
import { zhCn } from './sign-in/zh-cn.ts'

export const signInWords: Readonly<Record<Language, SignInWords>> = { en, 'pt-BR': ptBr, es, ja, ko, 'zh-CN': zhCn }
