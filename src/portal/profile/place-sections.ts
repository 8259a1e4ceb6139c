// The parts of a profile that are about organizations: those that invite the person, and those they are in.
import { harmlessName } from '../../i18n/names.ts'
import { promisedInWords } from '../../i18n/promises.ts'
import { type Html, html } from '../../platform/html.ts'
import type { OwnInvitation } from '../../usecases/own-invitations.ts'
import type { OwnOrganization } from '../../usecases/own-organizations.ts'
import { submit } from '../fields.ts'
import { hiddenField } from '../frame.ts'
import type { PortalContext } from '../route.ts'
import { instant } from '../time.ts'
import { profileWords } from '../words/profile.ts'
import { ACCEPT_PATH, DECLINE_PATH, leavePath } from './paths.ts'

/** More than that of what somebody may do somewhere is only counted. */
const MOST_SHOWN = 6

/** Nothing for somebody whom nobody invites. */
export function invitationSection(context: PortalContext, invitations: readonly OwnInvitation[]): Html | undefined {
  if (invitations.length === 0) return undefined
  const words = profileWords[context.language].invitations
  return html`<section><h2>${words.title}</h2>
<ul class="rows">${invitations.map((each) => invitationRow(context, each))}</ul></section>`
}

function invitationRow({ language, pathPrefix }: PortalContext, { invitationId, facts }: OwnInvitation): Html {
  const words = profileWords[language].invitations
  const said = (name: string): string => harmlessName(language, name)
  const inviter = facts.inviterName === undefined ? undefined : said(facts.inviterName)
  const invites =
    facts.projectName === undefined
      ? words.toOrg(said(facts.orgName), inviter)
      : words.toProject(said(facts.projectName), said(facts.orgName), inviter)
  const id = hiddenField(['invitation', invitationId])
  return html`<li><div><strong>${invites}</strong>
<ul class="soft">${promisedInWords(language, facts.promised).map(entry)}</ul>
<p class="soft">${words.validUntil(instant(language, facts.expiresAt))}</p></div>
<div class="actions"><form method="post" action="${pathPrefix}${ACCEPT_PATH}">${id}${submit(language, words.accept)}</form>
<form method="post" action="${pathPrefix}${DECLINE_PATH}">${id}${submit(language, words.decline, 'quiet')}</form></div></li>
`
}

export function organizationSection(context: PortalContext, organizations: readonly OwnOrganization[]): Html {
  const words = profileWords[context.language].organizations
  const rows = html`<ul class="rows">${organizations.map((each) => organizationRow(context, each))}</ul>`
  return html`<section><h2>${words.title}</h2>
${organizations.length === 0 ? html`<p class="soft">${words.none}</p>` : rows}</section>`
}

function organizationRow({ language, pathPrefix }: PortalContext, organization: OwnOrganization): Html {
  const words = profileWords[language].organizations
  const { held, isLastOwner, joinedAt, orgId, orgName } = organization
  const name = harmlessName(language, orgName)
  const all = promisedInWords(language, held)
  const shown = all.length > MOST_SHOWN ? all.slice(0, MOST_SHOWN - 1) : all
  const rest = all.length - shown.length
  const leave = html`<a href="${pathPrefix}${leavePath(orgId)}" aria-label="${words.leave}: ${name}">${words.leave}</a>`
  return html`<li><div><strong>${name}</strong>
<ul class="soft">${[...shown, ...(rest > 0 ? [words.more(rest)] : [])].map(entry)}</ul>
<p class="soft">${words.since(instant(language, joinedAt))}</p>${isLastOwner ? html`<p class="soft">${words.lastOwner}</p>` : undefined}</div>${isLastOwner ? undefined : leave}</li>
`
}

const entry = (text: string): Html => html`<li>${text}</li>`
