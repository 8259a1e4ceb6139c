// Projects and teams as a seed has them: what differs from what holds anyway.
import { LIMIT_RULES } from '../domain/project-limits.ts'
import { DEFAULT_PROJECT_SETTINGS } from '../domain/project-settings.ts'
import type { Draft, SeedEntry, SeedOrganization, SeedProject } from '../seed/seed-schema.ts'
import { byText, flagAt, instantAt, listAt, numberAt, someOf, textAt, textsAt } from './fields.ts'
import { type Names, projectRolesOf } from './names.ts'
import type { Answers, ProjectAnswers } from './read-organization.ts'

export const projectsOf = ({ projects }: Answers): readonly Draft<SeedProject>[] =>
  projects.map(projectOf).sort(byText(({ name }) => name ?? ''))

function projectOf(answers: ProjectAnswers): Draft<SeedProject> {
  const { project, accessList } = answers
  const tags = listAt(project, 'tags').map((tag) => ({ key: textAt(tag, 'key'), value: textAt(tag, 'value') }))
  const alerts = flagAt(project, 'withDefaultAlertsSettings')
  return {
    id: textAt(project, 'id'),
    name: textAt(project, 'name'),
    createdAt: instantAt(project, 'created'),
    tags: someOf(tags),
    regionUsageRestrictions: restrictionOf(project),
    withDefaultAlertsSettings: alerts === false ? false : undefined,
    settings: settingsOf(answers),
    limits: limitsOf(answers),
    accessList: someOf(accessList.map(networkEntryOf).sort(byText(entryText))),
  }
}

function restrictionOf(project: object): Draft<SeedProject['regionUsageRestrictions']> {
  const given = textAt(project, 'regionUsageRestrictions')
  return REGIONS.find((each) => each === given)
}

const REGIONS = ['COMMERCIAL_FEDRAMP_REGIONS_ONLY', 'GOV_REGIONS_ONLY'] as const

/** Switches that Atrium does not know are left out silently: nothing would read them. */
function settingsOf({ settings, managesSlowMs }: ProjectAnswers): Draft<SeedProject['settings']> {
  const set = Object.entries(DEFAULT_PROJECT_SETTINGS).flatMap(([name, standard]) => {
    const value = flagAt(settings, name)
    return value === undefined || value === standard ? [] : [[name, value] as const]
  })
  const all = managesSlowMs === false ? [...set, ['managedSlowMs', false] as const] : set
  return all.length > 0 ? Object.fromEntries(all) : undefined
}

function limitsOf({ limits }: ProjectAnswers): Draft<SeedProject['limits']> {
  const values = new Map(limits.map((limit) => [textAt(limit, 'name'), numberAt(limit, 'value')]))
  const set = LIMIT_RULES.flatMap(({ name, standard }) => {
    const value = values.get(name)
    return value === undefined || value === standard ? [] : [[name, value] as const]
  })
  return set.length > 0 ? Object.fromEntries(set) : undefined
}

const networkEntryOf = (entry: object): Draft<SeedEntry> => ({
  ...blockOf(entry),
  awsSecurityGroup: textAt(entry, 'awsSecurityGroup'),
  comment: textAt(entry, 'comment'),
  deleteAfterDate: instantAt(entry, 'deleteAfterDate'),
})

/** The address of a single one, which is shown as a block too. */
export function blockOf(entry: object): Pick<Draft<SeedEntry>, 'ipAddress' | 'cidrBlock'> {
  const ipAddress = textAt(entry, 'ipAddress')
  return { ipAddress, cidrBlock: ipAddress === undefined ? textAt(entry, 'cidrBlock') : undefined }
}

/** What tells entries of a list apart. */
export const entryText = ({ ipAddress, cidrBlock, awsSecurityGroup }: Draft<SeedEntry>): string =>
  ipAddress ?? cidrBlock ?? awsSecurityGroup ?? ''

/** Teams with their roles in projects; who is in them is said of people. */
export function teamsOf({ teams, projects }: Answers, names: Names): Draft<SeedOrganization['teams']> {
  const held = projects
    .toSorted(byText(({ project }) => textAt(project, 'name') ?? ''))
    .flatMap(({ project, teams: inProject }) =>
      inProject.map((each) => ({
        teamId: textAt(each, 'teamId'),
        groupId: textAt(project, 'id'),
        roles: textsAt(each, 'roleNames').toSorted(),
      })),
    )
  const byTeam = Map.groupBy(held, ({ teamId }) => teamId)
  return teams
    .map((team) => ({
      id: textAt(team, 'id'),
      name: textAt(team, 'name'),
      createdAt: undefined,
      projectRoles: projectRolesOf(
        (byTeam.get(textAt(team, 'id')) ?? []).map(({ groupId, roles }) => [groupId, roles]),
        names,
      ),
    }))
    .sort(byText(({ name }) => name ?? ''))
}
