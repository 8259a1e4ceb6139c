// Asks once before somebody leaves an organization, and says what they lose.
import { harmlessName } from '../../i18n/names.ts'
import { promisedInWords } from '../../i18n/promises.ts'
import { html } from '../../platform/html.ts'
import type { OwnOrganization } from '../../usecases/own-organizations.ts'
import { submit } from '../fields.ts'
import { framed } from '../frame.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { profileWords } from '../words/profile.ts'
import { leavePath, PROFILE_PATH } from './paths.ts'

/** The last owner is told why they cannot. */
export function leavePage(context: PortalContext, organization: OwnOrganization): PortalAnswer {
  const { language, pathPrefix } = context
  const { held, isLastOwner, orgId, orgName } = organization
  const { leave: words, organizations } = profileWords[language]
  const title = words.title(harmlessName(language, orgName))
  const stay = html`<a class="button quiet" href="${pathPrefix}${PROFILE_PATH}">${words.stay}</a>`
  const question = html`<p>${words.youLose}</p>
<ul>${promisedInWords(language, held).map((text) => html`<li>${text}</li>`)}</ul>
<p>${words.means}</p>
<form method="post" action="${pathPrefix}${leavePath(orgId)}">
<div class="actions">${submit(language, words.leave, 'bad')}${stay}</div>
</form>`
  const refusal = html`<div class="notice bad"><p>${organizations.lastOwner}</p></div>
<div class="actions">${stay}</div>`
  const page = framed(
    { ...context, title },
    html`<h1>${title}</h1>
${isLastOwner ? refusal : question}`,
  )
  return shown(page, isLastOwner ? 422 : 200)
}
