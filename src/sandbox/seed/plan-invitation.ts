// The invitations of a seed as they are written: pending ones with a link, others with what became of them.
import {
  idAfter,
  isClientId,
  isObjectId,
  type OrgId,
  type ProjectId,
  type TeamId,
  type UserId,
} from '../../domain/ids.ts'
import { expiryOf, type GroupRoleAssignment, type Invitation } from '../../domain/invitations.ts'
import { parseUsername } from '../../domain/usernames.ts'
import type { SeedInvitation } from '../../seed/seed-schema.ts'
import type { App } from '../../usecases/app.ts'
import type { Founding } from '../../usecases/bootstrap.ts'
import { addressOf, languageOf, timeOr } from './seed-values.ts'

export type Inviter = Pick<Invitation, 'inviterKind' | 'inviterUsername'>

/** What the invitation names, by its identifiers. */
export interface InvitationPlace {
  readonly orgId: OrgId
  readonly projectId: ProjectId | undefined
  readonly teamIds: readonly TeamId[]
  readonly groupRoleAssignments: readonly GroupRoleAssignment[]
}

export type PlannedInvitations = Required<Pick<Founding, 'invitations' | 'closedInvitations'>>

/** `founder` has sent those that name nobody. */
export function planInvitations(
  app: App,
  seeds: readonly SeedInvitation[],
  founder: Inviter | undefined,
  placeOf: (seed: SeedInvitation) => InvitationPlace,
): PlannedInvitations {
  const planned = seeds.map((seed) => ({ seed, invitation: planInvitation(app, seed, founder, placeOf(seed)) }))
  const [closed, open] = [planned.filter(isClosed), planned.filter((each) => !isClosed(each))]
  return {
    invitations: open.map(({ invitation }) => ({ ...invitation, link: app.minting.invitationLink(invitation.id) })),
    closedInvitations: closed.map(({ seed, invitation }) => ({ invitation, closedAt: endOf(seed, invitation) })),
  }
}

const isClosed = ({ invitation }: { readonly invitation: Invitation }): boolean => invitation.status !== 'PENDING'

/** One that nobody answered ended when its time was over. */
const endOf = ({ closedAt }: SeedInvitation, { status, createdAt, expiresAt }: Invitation): number => {
  if (closedAt !== undefined) return Date.parse(closedAt)
  return status === 'EXPIRED' ? expiresAt : createdAt
}

function planInvitation(
  app: App,
  seed: SeedInvitation,
  founder: Inviter | undefined,
  place: InvitationPlace,
): Invitation {
  const createdAt = createdAtOf(app, seed)
  const inviter = seed.inviter === undefined ? founder : inviterOf(seed.inviter)
  if (!inviter) throw new Error('An invitation needs somebody in its organization who can have sent it.')
  return {
    ...invitationIds(app, seed.id),
    ...place,
    face: seed.project === undefined ? 'org' : 'legacy-project',
    username: addressOf(seed.username),
    roles: seed.roles,
    ...inviter,
    status: seed.status ?? 'PENDING',
    createdAt,
    expiresAt: timeOr(app, seed.expiresAt, expiryOf(createdAt, app.settings.invitationDays)),
    language: languageOf(seed),
  }
}

/** Now, unless the invitation was over by then: it was made when one with that end is made. */
function createdAtOf(app: App, { createdAt, expiresAt }: SeedInvitation): number {
  const now = app.ambient.now()
  const lasts = expiryOf(0, app.settings.invitationDays)
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= now
  return timeOr(app, createdAt, isOver ? Date.parse(expiresAt) - lasts : now)
}

/** People are known by an address, service accounts by a client id, and API keys by their public key. */
function inviterOf(name: string): Inviter {
  if (isClientId(name)) return { inviterKind: 'service_account', inviterUsername: name }
  const username = parseUsername(name)
  return username === undefined
    ? { inviterKind: 'api_key', inviterUsername: name }
    : { inviterKind: 'user', inviterUsername: username }
}

/** A given invitation id fixes the id of the pending person, which is the next one. */
function invitationIds(app: App, given: string | undefined): Pick<Invitation, 'id' | 'viewId'> {
  const next = given === undefined ? '' : idAfter(given)
  if (given !== undefined && isObjectId<Invitation['id']>(given) && isObjectId<UserId>(next)) {
    return { id: given, viewId: next }
  }
  const [id, viewId] = app.ambient.newIdPair<Invitation['id'], UserId>()
  return { id, viewId }
}
