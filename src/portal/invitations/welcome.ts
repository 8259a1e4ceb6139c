// The page after accepting, at an address without a secret: what one is in now, and where to go on.
import { isObjectId, type OrgId } from '../../domain/ids.ts'
import { harmlessName } from '../../i18n/names.ts'
import { organizationNameFor } from '../../usecases/people.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import { invitationWords } from '../words/invitations.ts'
import type { Held } from './link.ts'
import { onwards } from './onwards.ts'
import { saying } from './saying.ts'

/** Where somebody goes who has accepted. */
export const welcomePath = ({ orgId }: Pick<Held, 'orgId'>): string => `/welcome/${orgId}`

/** Names the organization only to its members; everybody else is sent to the start. */
export async function welcome(context: PortalContext): Promise<PortalAnswer> {
  const { app, language, request, visitor } = context
  const { orgId = '' } = request.params
  const name = visitor && isObjectId<OrgId>(orgId) && (await organizationNameFor(app, visitor.account.userId, orgId))
  if (!name) return goTo('/')
  const words = invitationWords[language].answer
  const said = { title: words.welcome, text: words.memberOf(harmlessName(language, name)) }
  return saying(context, said, { actions: onwards(context) })
}
