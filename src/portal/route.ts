// A page is a row of data: its address and what runs. Reading changes nothing; every change is a POST of a form.

import type { Language } from '../domain/languages.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import type { OidcProvider } from '../identity/oidc.ts'
import type { Throttle } from '../identity/throttle.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { Html } from '../platform/html.ts'
import type { App } from '../usecases/app.ts'
import type { Visitor } from './visitor.ts'

/** What pages are made from; one for the process. */
export interface PortalDeps {
  readonly app: App
  /** The process's one throttle. */
  readonly throttle: Throttle
  /** What every link starts with; in `dev` known only once the server listens. */
  readonly publicUrl: () => string
  /** What a proxy takes off the front of every path, or empty. */
  readonly pathPrefix: string
  readonly style: HouseStyle
  readonly defaultLanguage: Language
  /** Where people may sign in instead of by a password. */
  readonly provider?: SealedProvider | undefined
}

/** The provider, and how what a browser is sent away with is kept from it while it is there. */
export interface SealedProvider {
  readonly oidc: OidcProvider
  readonly keys: KeyRing
}

/** A request as pages see it. */
export interface PortalRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What was filled in; empty for a GET. */
  readonly form: URLSearchParams
  readonly acceptLanguage: string | undefined
  readonly cookie: string | undefined
  readonly userAgent: string
  readonly address: string
}

export interface PortalContext extends PortalDeps {
  readonly request: PortalRequest
  readonly language: Language
  /** Who is signed in. */
  readonly visitor: Visitor | undefined
  /** The address of the page below the public url, without its query; for a form, of the page that it belongs to. */
  readonly path: string
}

export interface PortalAnswer {
  readonly status: number
  readonly page?: Html
  /** A path below the public url, or an absolute address. */
  readonly location?: string
  /** Values of Set-Cookie. */
  readonly cookies?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

export interface PortalRoute {
  readonly method: 'GET' | 'POST'
  /** In find-my-way's form, below the public url. */
  readonly path: string
  /**
   * Whether the address carries a secret of its own: whoever knows it may POST, wherever the form stood, and the page
   * tells no other where its visitors came from.
   */
  readonly secret?: true
  /** Whether mail programs may send their own form, which is multipart/form-data for many (RFC 8058). */
  readonly takesMailForm?: true
  readonly run: (context: PortalContext) => Promise<PortalAnswer>
}

export const shown = (page: Html, status = 200): PortalAnswer => ({ status, page })
/** To another page, which is then asked for by GET. */
export const goTo = (location: string, cookies: readonly string[] = []): PortalAnswer => ({
  status: 303,
  location,
  cookies,
})
