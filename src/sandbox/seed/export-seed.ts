// The whole present state of identity and access as a seed, from which an equal world can be started.
import type { Draft, Seed, SeedOrganization, SeedProject } from '../../seed/seed-schema.ts'
import { fromJson } from '../../store/json.ts'
import type { Tables } from '../../store/schema.ts'
import { type OrganizationRows, read, type WholeState } from '../../store/whole-state.ts'
import type { App } from '../../usecases/app.ts'
import type { DevCredentials } from '../dev-state.ts'
import { refuseToDrive } from '../refusal.ts'
import { exportApiKeys, exportNetworkList, exportServiceAccounts } from './export-credentials.ts'
import { exportInvitations } from './export-invitations.ts'
import { type Names, namesIn, someOf, timeText, unlessUsual } from './export-names.ts'
import { type Describing, exportStrangers, exportUsers } from './export-people.ts'
import { type KnownCredentials, knownCredentials } from './known-credentials.ts'

/**
 * `first` are the credentials that the world began with: those that still open it are written as they are and stand
 * first, so that the next world begins with them too. Everything else is ordered by its identifiers.
 */
export async function exportSeed(app: App, first: DevCredentials): Promise<Draft<Seed>> {
  const state = await app.db.write(read)
  if (state.organizations.length === 0) {
    const detail = 'There is nothing to export: every organization has been deleted, and a seed has one at least.'
    refuseToDrive(409, 'NO_ORGANIZATION_TO_EXPORT', detail)
  }
  const known = await knownCredentials(app, state, first)
  return seedOf(app, inOrderOf(state, known), known)
}

function seedOf(
  { ambient, minting }: App,
  { organizations, people }: WholeState,
  known: KnownCredentials,
): Draft<Seed> {
  const now = ambient.now()
  const describing: Describing = { known, people, described: new Set() }
  const all = organizations.map((rows, index): Draft<SeedOrganization> => {
    const names = namesIn(rows, now)
    // Of the first organization, what is left out would be made up.
    const listed = <Item>(items: readonly Item[]) => (index === 0 ? items : someOf(items))
    return {
      id: rows.organization.org_id,
      name: rows.organization.name,
      createdAt: timeText(rows.organization.created_at),
      settings: documentOf(rows.organization.settings),
      language: rows.organization.language ?? undefined,
      users: listed(exportUsers(describing, rows, names, index === 0)),
      projects: listed(rows.projects.map((row) => exportProject(row, names))),
      teams: listed(
        rows.teams.map((row) => ({
          id: row.team_id,
          name: row.name,
          createdAt: timeText(row.created_at),
          projectRoles: names.grantsOf(row.team_id).projectRoles,
        })),
      ),
      apiKeys: listed(exportApiKeys(rows, names, known, minting)),
      serviceAccounts: listed(exportServiceAccounts(rows, names, known)),
      invitations: someOf(exportInvitations(rows, names)),
    }
  })
  return { organizations: all, people: someOf(exportStrangers(describing)) }
}

const exportProject = (row: Tables['projects'], names: Names): Draft<SeedProject> => ({
  id: row.project_id,
  name: row.name,
  createdAt: timeText(row.created_at),
  tags: fromJson<{ key: string; value: string }[] | null>(row.tags) ?? undefined,
  regionUsageRestrictions: row.region_usage_restrictions ?? undefined,
  withDefaultAlertsSettings: unlessUsual(row.with_default_alerts_settings === 1, true),
  settings: documentOf(row.settings),
  limits: documentOf(row.limits),
  accessList: exportNetworkList(names, row.project_id),
})

/** A stored document, unless nothing is in it. */
function documentOf<Document extends object>(text: string): Document | undefined {
  const document = fromJson<Document>(text)
  return Object.keys(document).length > 0 ? document : undefined
}

/** What the world began with before everything else, where it still opens it. */
function inOrderOf({ organizations, people }: WholeState, known: KnownCredentials): WholeState {
  const ordered = organizations.map(
    (rows): OrganizationRows => ({
      ...rows,
      projects: foremost(rows.projects, (row) => row.project_id === known.groupId),
      teams: foremost(rows.teams, (row) => row.team_id === known.teamId),
      members: foremost(rows.members, (row) => row.user_id === known.password?.userId),
      apiKeys: foremost(rows.apiKeys, (row) => row.key_id === known.privateKey?.keyId),
      serviceAccounts: foremost(rows.serviceAccounts, (row) => row.client_id === known.clientSecret?.clientId),
    }),
  )
  return { organizations: foremost(ordered, ({ organization }) => organization.org_id === known.orgId), people }
}

const foremost = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): readonly Item[] => [
  ...items.filter(isFirst),
  ...items.filter((item) => !isFirst(item)),
]
