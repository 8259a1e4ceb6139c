// What the cases about teams have in common: new people and teams of Acme, and what was written down about a team.
import { ACME } from './case-seed.ts'
import { accept, type Given, invitedToOrg } from './cases.ts'
import { events } from './ledger.ts'
import type { Answer } from './world.ts'

export const TEAMS = `/orgs/${ACME.id}/teams`

/** The later generation of users; v1.0 and Cloud Manager do not look at it. */
export const NEWER = { Accept: 'application/vnd.atlas.2025-02-19+json' }

export interface NewMember {
  readonly id: string
  readonly username: string
}

/** Somebody who has just joined Acme. */
export async function newMember(given: Given): Promise<NewMember> {
  const { id, username } = await invitedToOrg(given)
  return { id: (await accept(given, id)).at('id'), username }
}

export interface NewTeam {
  readonly id: string
  readonly name: string
  /** Below the dialect's prefix. */
  readonly path: string
  readonly answer: Answer
}

/** A new team of Acme, of its member Mia unless said. */
export async function newTeam(given: Given, usernames: readonly string[] = [ACME.member.username]): Promise<NewTeam> {
  const name = `Team no. ${given.world.next()}`
  const answer = await given.owner.post(TEAMS, { name, usernames })
  if (answer.status !== 201) throw new Error(`No team was made: ${answer.status} ${answer.text}`)
  const id = answer.at('id')
  return { id, name, path: `${TEAMS}/${id}`, answer }
}

/** What was written down about a team, oldest first: the type, and whom or which project it concerns. */
export async function eventsOf({ world }: Given, teamId: string): Promise<readonly string[]> {
  const all = await events(world.atrium.db)
  return all
    .filter(({ details }) => Object(details).teamId === teamId)
    .map(({ type, projectId, details }) => [type, Object(details).targetUsername ?? projectId].join(' ').trim())
}

/** The usernames on a page of users. */
export const usernamesIn = ({ body }: Answer): readonly string[] =>
  Object(body).results.map((user: { readonly username: string }) => user.username)
