// From a browser's request to an answer: which language, who is there, whether a form is ours, and which page it is.
import { Refusal } from '../domain/faults.ts'
import { type Language, parseLanguage } from '../domain/languages.ts'
import { languageFor } from '../i18n/languages.ts'
import { isOwnForm, type RequestOrigin } from './origin.ts'
import { problemPage } from './problem-page.ts'
import type { PortalAnswer, PortalContext, PortalDeps, PortalRequest, PortalRoute } from './route.ts'
import { portalRoutes } from './routes.ts'
import { visitorOf } from './visitor.ts'
import type { Problem } from './words/frame/words.ts'

const LANGUAGE_COOKIE = 'atrium-language'
const YEAR_SECONDS = 31_536_000

/** What can be looked at. */
const PAGES = new Set(portalRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path))

export interface Asked extends PortalRequest, RequestOrigin {
  readonly path: string
}

/** Answers a request for this page. */
export async function answer(deps: PortalDeps, route: PortalRoute, asked: Asked): Promise<PortalAnswer> {
  const visitor = await visitorOf(deps.app, asked.cookie, deps.publicUrl())
  const language = languageOf(asked, visitor?.account.language, deps.defaultLanguage)
  const context: PortalContext = { ...deps, request: asked, language, visitor, path: pageOf(asked.path, route.path) }
  if (route.method === 'POST' && !isOwnForm(asked, deps.publicUrl(), route.secret === true)) {
    return problemPage(context, 'cross-site')
  }
  const answered = await unlessRefused(route, context)
  const chosen = parseLanguage(asked.query.get('lang') ?? '')
  return chosen ? { ...answered, cookies: [...(answered.cookies ?? []), languageCookie(chosen)] } : answered
}

/** What was refused has changed nothing, and is nobody's fault but that of the time or of a limit. */
async function unlessRefused(route: PortalRoute, context: PortalContext): Promise<PortalAnswer> {
  try {
    return await route.run(context)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { fault } = error
    const retryAfter = 'retryAfter' in fault ? fault.retryAfter : undefined
    return problemPage(context, fault.code === 'too_busy' ? 'too-busy' : 'refused', retryAfter)
  }
}

/** The page of a request: its own, or for a form that is sent elsewhere the nearest above. */
function pageOf(path: string, pattern: string): string {
  return PAGES.has(pattern) || pattern === '/' ? path : pageOf(above(path), above(pattern))
}

const above = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/** The page for a request that none of the routes answers. */
export function problem(deps: PortalDeps, asked: Omit<Asked, 'form' | 'params'>, which: Problem): PortalAnswer {
  const language = languageOf(asked, undefined, deps.defaultLanguage)
  return problemPage({ ...deps, language, path: '/' }, which)
}

/** What was chosen on a page comes first, then what the account says, then what the browser asks for. */
function languageOf(
  { query, cookie, acceptLanguage }: Pick<Asked, 'query' | 'cookie' | 'acceptLanguage'>,
  own: Language | undefined,
  fallback: Language,
): Language {
  const chosen = parseLanguage(query.get('lang') ?? '')
  const kept = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([A-Za-z-]{2,8})(?:;|$)`).exec(cookie ?? '')?.[1]
  return chosen ?? own ?? parseLanguage(kept ?? '') ?? languageFor(acceptLanguage, fallback)
}

const languageCookie = (language: Language): string =>
  `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`
