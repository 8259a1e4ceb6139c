// An invitation's link: what it looks like, and the invitation that it opens.
import { type InvitationId, isObjectId } from '../../domain/ids.ts'
import type { InvitationFacts } from '../../domain/letters.ts'
import { calledIn } from '../../i18n/called.ts'
import { hashSecret } from '../../identity/credentials.ts'
import { Secret } from '../../platform/secret.ts'
import { invitationFacts } from '../../usecases/invitation-facts.ts'
import { findByLink, type LinkHolder } from '../../usecases/invitation-links.ts'
import { wrongLink } from '../mailed-links.ts'
import type { PortalAnswer, PortalContext } from '../route.ts'
import { invitationWords } from '../words/invitations.ts'
import { saying } from './saying.ts'

/** Whoever holds the newest link of an invitation, and what they are told of it. */
export interface Held extends LinkHolder {
  readonly facts: InvitationFacts
  /** The page of the invitation, below the public url. */
  readonly page: string
}

const LINK = /^([0-9a-f]{24})\.([A-Za-z0-9_-]{43})$/

/**
 * A page for whoever holds the link of an invitation that there is. Every other link gets one and the same answer, and
 * is counted against its network: only what is wrong, so that nobody's neighbours can close a right link.
 */
export const forHolder =
  (run: (context: PortalContext, held: Held) => Promise<PortalAnswer>) =>
  async (context: PortalContext): Promise<PortalAnswer> => {
    const held = await holderOf(context)
    return held ? run({ ...context, path: held.page }, held) : unknownLink(context)
  }

/** The invitation as it is by now; undefined for a link that opens none. */
export async function holderOf({ app, language, request }: PortalContext): Promise<Held | undefined> {
  const { link = '' } = request.params
  const [, invitationId = '', secret = ''] = LINK.exec(link) ?? []
  if (!isObjectId<InvitationId>(invitationId)) return undefined
  const holder = await findByLink(app, { invitationId, secretHash: hashSecret(new Secret(secret)) })
  const facts = holder && (await invitationFacts(app.db.read, holder.invitation, calledIn(language)))
  return facts && { ...holder, facts, page: `/invitations/${link}` }
}

/** The answer to every link that opens nothing: the same words and the same status. */
export function unknownLink(context: PortalContext): Promise<PortalAnswer> {
  // The switch of languages leads to the invitation's page, whatever was asked for below it.
  const there = { ...context, path: context.path.replace(/^(\/invitations\/[^/]*)\/.*$/, '$1') }
  return wrongLink(there, saying(there, invitationWords[context.language].closed.unknown, { status: 404 }))
}
