import { afterEach, expect, test } from 'vitest'
import type { OrgId, ProjectId, TeamId, UserId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import type { Db } from './db.ts'
import { migrate } from './migrate.ts'
import { openDb } from './open.ts'
import * as roleAssignments from './role-assignments.ts'
import * as teams from './teams.ts'

const opened: Db[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db[Symbol.asyncDispose]()
})

async function given() {
  const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: false })
  opened.push(db)
  await migrate(db)
  const { newId } = systemAmbient()
  const [orgId, otherOrg] = [newId<OrgId>(), newId<OrgId>()]
  const [project, otherProject] = [newId<ProjectId>(), newId<ProjectId>()]
  return { db, orgId, otherOrg, project, otherProject, user: newId<UserId>(), team: newId<TeamId>() }
}

test('roles come back by level, in one order, and only the principal’s own of that organization', async () => {
  const { db, orgId, otherOrg, project, otherProject, user, team } = await given()
  await db.write(async (tx) => {
    await roleAssignments.grant(tx, orgId, user, '', ['ORG_READ_ONLY', 'ORG_MEMBER'])
    await roleAssignments.grant(tx, orgId, user, project, ['GROUP_READ_ONLY', 'GROUP_OWNER'])
    await roleAssignments.grant(tx, orgId, user, otherProject, ['GROUP_READ_ONLY'])
    await roleAssignments.grant(tx, orgId, team, project, ['GROUP_OWNER'])
    await roleAssignments.grant(tx, otherOrg, user, '', ['ORG_OWNER'])
  })
  expect(await roleAssignments.of(db.read, orgId, user)).toEqual({
    orgRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
    projectRoles: new Map([
      [project, ['GROUP_OWNER', 'GROUP_READ_ONLY']],
      [otherProject, ['GROUP_READ_ONLY']],
    ]),
  })
  expect(await roleAssignments.of(db.read, otherOrg, team)).toEqual({ orgRoles: [], projectRoles: new Map() })
})

test('granting what is held already changes nothing', async () => {
  const { db, orgId, user } = await given()
  await db.write((tx) => roleAssignments.grant(tx, orgId, user, '', ['ORG_MEMBER']))
  await db.write((tx) => roleAssignments.grant(tx, orgId, user, '', ['ORG_MEMBER', 'ORG_OWNER', 'ORG_OWNER']))
  expect((await roleAssignments.of(db.read, orgId, user)).orgRoles).toEqual(['ORG_MEMBER', 'ORG_OWNER'])
})

test('revoking a project takes everybody’s roles in it, and no others', async () => {
  const { db, orgId, otherOrg, project, otherProject, user, team } = await given()
  await db.write(async (tx) => {
    for (const principal of [user, team]) await roleAssignments.grant(tx, orgId, principal, project, ['GROUP_OWNER'])
    await roleAssignments.grant(tx, orgId, user, otherProject, ['GROUP_OWNER'])
    await roleAssignments.grant(tx, orgId, user, '', ['ORG_MEMBER'])
    await roleAssignments.grant(tx, otherOrg, user, project, ['GROUP_OWNER'])
    await roleAssignments.revokeProject(tx, orgId, project)
  })
  expect(await roleAssignments.holders(db.read, orgId, project, 'GROUP_OWNER')).toEqual([])
  expect(await roleAssignments.holders(db.read, orgId, otherProject, 'GROUP_OWNER')).toEqual([user])
  expect(await roleAssignments.holders(db.read, orgId, '', 'ORG_MEMBER')).toEqual([user])
  expect(await roleAssignments.holders(db.read, otherOrg, project, 'GROUP_OWNER')).toEqual([user])
})

test('the holders of a role are those who hold just that role at just that level', async () => {
  const { db, orgId, project, user, team } = await given()
  await db.write(async (tx) => {
    await roleAssignments.grant(tx, orgId, user, project, ['GROUP_OWNER'])
    await roleAssignments.grant(tx, orgId, team, project, ['GROUP_OWNER', 'GROUP_READ_ONLY'])
  })
  expect(await roleAssignments.holders(db.read, orgId, project, 'GROUP_OWNER')).toEqual([user, team].sort())
  expect(await roleAssignments.holders(db.read, orgId, project, 'GROUP_READ_ONLY')).toEqual([team])
  expect(await roleAssignments.holders(db.read, orgId, '', 'GROUP_OWNER')).toEqual([])
})

test('a person holds their own roles and those of their teams, each once', async () => {
  const { db, orgId, otherOrg, project, otherProject, user, team } = await given()
  const { newId } = systemAmbient()
  const elsewhere = newId<TeamId>()
  await db.write(async (tx) => {
    for (const teamId of [team, elsewhere]) await teams.insert(tx, { orgId, teamId, name: teamId, createdAt: 0 })
    await teams.addMember(tx, orgId, team, user)
    await roleAssignments.grant(tx, orgId, user, '', ['ORG_MEMBER'])
    await roleAssignments.grant(tx, orgId, user, project, ['GROUP_READ_ONLY'])
    await roleAssignments.grant(tx, orgId, team, project, ['GROUP_READ_ONLY', 'GROUP_OWNER'])
    await roleAssignments.grant(tx, orgId, elsewhere, otherProject, ['GROUP_OWNER'])
    await roleAssignments.grant(tx, otherOrg, user, '', ['ORG_OWNER'])
  })
  const held = { orgRoles: ['ORG_MEMBER'], projectRoles: new Map([[project, ['GROUP_OWNER', 'GROUP_READ_ONLY']]]) }
  expect(await roleAssignments.ofPerson(db.read, orgId, user)).toEqual(held)
  await db.write((tx) => teams.removeMember(tx, orgId, team, user))
  const own = { orgRoles: ['ORG_MEMBER'], projectRoles: new Map([[project, ['GROUP_READ_ONLY']]]) }
  expect(await roleAssignments.ofPerson(db.read, orgId, user)).toEqual(own)
})
