// What an invitation promises, in the words of one language: shared by mails and pages.
import type { Language } from '../domain/languages.ts'
import type { Promised } from '../domain/letters.ts'
import { harmlessName } from './names.ts'
import { ENGLISH } from './roles/en.ts'
import { SPANISH } from './roles/es.ts'
import { JAPANESE } from './roles/ja.ts'
import { KOREAN } from './roles/ko.ts'
import { BRAZILIAN_PORTUGUESE } from './roles/pt-br.ts'
import type { RoleWords } from './roles/role-words.ts'
import { SIMPLIFIED_CHINESE } from './roles/zh-cn.ts'

const WORDS: Readonly<Record<Language, RoleWords>> = {
  en: ENGLISH,
  'pt-BR': BRAZILIAN_PORTUGUESE,
  es: SPANISH,
  ja: JAPANESE,
  ko: KOREAN,
  'zh-CN': SIMPLIFIED_CHINESE,
}

function orgRoleInWords(language: Language, role: string): string {
  const words = WORDS[language]
  const known: Readonly<Record<string, string>> = words.org
  const said = Object.hasOwn(known, role) ? known[role] : undefined
  return said ?? words.otherOrgRole(harmlessName(language, role))
}

function projectRoleInWords(language: Language, role: string, projectName: string): string {
  const words = WORDS[language]
  const project = harmlessName(language, projectName)
  const known: Readonly<Record<string, (project: string) => string>> = words.project
  const said = Object.hasOwn(known, role) ? known[role] : undefined
  return said?.(project) ?? words.otherProjectRole(harmlessName(language, role), project)
}

function inWords(language: Language, promised: Promised): string {
  switch (promised.kind) {
    case 'org-role':
      return orgRoleInWords(language, promised.role)
    case 'project-role':
      return projectRoleInWords(language, promised.role, promised.projectName)
    case 'team':
      return WORDS[language].team(harmlessName(language, promised.teamName))
    default:
      return promised satisfies never
  }
}

const isMembership = (promised: Promised): boolean => promised.kind === 'org-role' && promised.role === 'ORG_MEMBER'

/** The line before the list, such as "You will be able to:". */
export const youWillBeAbleTo = (language: Language): string => WORDS[language].youWillBeAbleTo

/**
 * What one will be able to do, as entries of a list, each once and in the order given. Membership is only said when it is
 * everything. Names in them are harmless as text, but not escaped for HTML.
 */
export function promisedInWords(language: Language, promised: readonly Promised[]): readonly string[] {
  const more = promised.filter((one) => !isMembership(one))
  return [...new Set((more.length > 0 ? more : promised).map((one) => inWords(language, one)))]
}
