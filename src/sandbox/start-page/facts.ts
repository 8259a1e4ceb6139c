// What the start page reads of the store: what things are called by now, and addresses that nobody has yet.
import { isObjectId, type OrgId, type ProjectId, type TeamId } from '../../domain/ids.ts'
import * as invitations from '../../store/invitations.ts'
import * as organizations from '../../store/organizations.ts'
import * as projects from '../../store/projects.ts'
import * as teams from '../../store/teams.ts'
import * as users from '../../store/users.ts'
import type { App } from '../../usecases/app.ts'
import type { DevCredentials } from '../dev-state.ts'
import type { SampleFacts } from './samples.ts'
import type { Names } from './steps-section.ts'

/** The present names of what the credentials belong to. */
export async function namesOf({ db }: App, { orgId, groupId, teamId }: DevCredentials): Promise<Names> {
  if (!isObjectId<OrgId>(orgId)) return { organization: undefined, project: undefined, team: undefined }
  const project = groupId !== null && isObjectId<ProjectId>(groupId) && projects.byId(db.read, orgId, groupId)
  const team = teamId !== null && isObjectId<TeamId>(teamId) && teams.byId(db.read, orgId, teamId)
  return {
    organization: (await organizations.access(db.read, orgId))?.name,
    project: ((await project) || undefined)?.name,
    team: ((await team) || undefined)?.name,
  }
}

/** What the requests are filled with, so that each works the first time. */
export const sampleFactsOf = async (app: App, { orgId, groupId, teamId }: DevCredentials): Promise<SampleFacts> => ({
  orgId,
  groupId,
  teamId,
  guest: await freeAddress(app, 'hello'),
  projectGuest: await freeAddress(app, 'project'),
})

/** An address that has neither an account nor a pending invitation, such as hello@example.com or hello2@example.com. */
async function freeAddress({ db, ambient }: App, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const address = `${name}${number === 1 ? '' : number}@example.com`
    const isTaken =
      (await users.byUsername(db.read, address)) !== undefined ||
      (await invitations.pendingOf(db.read, address, ambient.now())).length > 0
    if (!isTaken) return address
  }
}
