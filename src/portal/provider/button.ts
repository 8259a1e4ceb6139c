// The way to the provider, for every page on which somebody may sign in.
import { type Html, html } from '../../platform/html.ts'
import type { PortalContext } from '../route.ts'
import { providerWords } from '../words/provider.ts'
import { DEPARTURE_PATH } from './paths.ts'

/**
 * A link to the provider, from which one comes back to the page `to`; nothing where there is no provider. A link and
 * no form, because browsers keep forms from leading to other sites. `username` is who is expected to sign in.
 */
export function providerButton(
  { language, pathPrefix, provider }: PortalContext,
  to: string,
  username?: string,
): Html | undefined {
  if (!provider) return undefined
  const query = new URLSearchParams({ to, ...(username === undefined ? {} : { hint: username }) })
  const label = providerWords[language].continueWith(provider.oidc.name)
  return html`<a class="button quiet" href="${pathPrefix}${DEPARTURE_PATH}?${query.toString()}">${label}</a>`
}
