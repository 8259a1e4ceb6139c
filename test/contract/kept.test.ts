// What is kept between requests: the same pages as the store itself gives, until the organization's revision rises.
import { describe, expect, test } from 'vitest'
import type { InvitationId, OrgId, ProjectId, UserId } from '../../src/domain/ids.ts'
import type { Invitation } from '../../src/domain/invitations.ts'
import { ORG_MEMBERSHIP_STATUSES } from '../../src/domain/org-users.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import type { Db } from '../../src/store/db.ts'
import * as invitations from '../../src/store/invitations.ts'
import { keptOf } from '../../src/store/kept.ts'
import * as members from '../../src/store/members.ts'
import { listAmong, listOfOrg } from '../../src/store/org-users.ts'
import * as organizations from '../../src/store/organizations.ts'
import * as projects from '../../src/store/projects.ts'
import * as roleAssignments from '../../src/store/role-assignments.ts'
import * as users from '../../src/store/users.ts'
import { engines } from '../harness/stores.ts'

const ambient = systemAmbient()
const NOW = 1_000_000

async function organizationIn(db: Db): Promise<OrgId> {
  const orgId = ambient.newId<OrgId>()
  await db.write((tx) => organizations.insert(tx, { orgId, name: 'Acme', settings: {}, createdAt: 1 }))
  return orgId
}

const person = (username: string) => ({
  userId: ambient.newId<UserId>(),
  username,
  firstName: '',
  lastName: '',
  country: 'US',
  createdAt: 1,
  lastAuthAt: undefined,
  passwordHash: undefined,
  verifiedAt: 1,
})

async function join(db: Db, orgId: OrgId, username: string): Promise<UserId> {
  const newcomer = person(username)
  await db.write(async (tx) => {
    await users.insertIfNew(tx, newcomer)
    await members.insert(tx, orgId, newcomer.userId, 1)
    await roleAssignments.grant(tx, orgId, newcomer.userId, '', ['ORG_MEMBER'])
  })
  return newcomer.userId
}

const invitationOf = (orgId: OrgId, username: string, expiresAt: number): Invitation => {
  const [id, viewId] = ambient.newIdPair<InvitationId, UserId>()
  return {
    ...{ id, viewId, orgId, username, expiresAt, createdAt: 1, face: 'org', projectId: undefined },
    ...{ roles: ['ORG_MEMBER'], teamIds: [], groupRoleAssignments: [], status: 'PENDING' },
    ...{ inviterKind: 'user', inviterUsername: 'owner@kept.example', language: undefined },
  }
}

/** Members and invited people in turn, so that no page holds one kind alone. */
async function crowd(db: Db, orgId: OrgId): Promise<void> {
  for (const [index, letter] of [...'hcfakbjdgie'].entries()) {
    const username = `${letter}-${orgId}@kept.example`
    if (index % 2 === 0) await join(db, orgId, username)
    else {
      const invitation = invitationOf(orgId, username, index % 4 === 1 ? NOW + 1 : NOW - 1)
      await db.write((tx) => invitations.insert(tx, invitation))
      if (index % 3 === 0) await db.write((tx) => invitations.close(tx, orgId, invitation.id, 'DECLINED', 2))
    }
  }
}

const STATUSES = [
  ORG_MEMBERSHIP_STATUSES,
  ['ACTIVE'],
  ['PENDING'],
  ['ACTIVE', 'PENDING'],
  ['ACTIVE', 'INVITATION_EXPIRED', 'INVITATION_REJECTED'],
] as const

describe.each(engines)('$name', (engine) => {
  test('a page among kept members is the page that the store gives, whatever is asked for', async () => {
    const db = await engine.open()
    const orgId = await organizationIn(db)
    await crowd(db, orgId)
    const all = (await keptOf(db).members({ orgId, revision: 1 })) ?? []
    expect(all).toHaveLength(6)
    let found = 0
    for (const statuses of STATUSES) {
      for (const username of [undefined, `c-${orgId}@kept.example`, `a-${orgId}@kept.example`, 'nobody@kept.example']) {
        for (const [offset, limit] of [
          [0, 1],
          [0, 3],
          [2, 4],
          [3, 3],
          [0, 100],
          [50, 10],
        ] as const) {
          const filter = { statuses, username, now: NOW, offset, limit }
          const page = await listAmong(db.read, orgId, all, filter)
          expect(page, JSON.stringify(filter)).toEqual(await listOfOrg(db.read, { orgId }, filter))
          found += page.users.length
        }
      }
    }
    expect(found).toBeGreaterThan(50)
  })

  test('members and projects are read again once the revision has risen, and only then', async () => {
    const db = await engine.open()
    const orgId = await organizationIn(db)
    const kept = keptOf(db)
    const userId = await join(db, orgId, `first-${orgId}@kept.example`)
    const namesAt = async (revision: number) => (await kept.members({ orgId, revision }))?.length
    const rolesAt = async (revision: number) => (await kept.member({ orgId, revision }, userId))?.orgRoles
    const projectsAt = async (revision: number) => (await kept.projects({ orgId, revision })).length
    expect([await namesAt(1), await rolesAt(1), await projectsAt(1)]).toEqual([1, ['ORG_MEMBER'], 0])

    await join(db, orgId, `second-${orgId}@kept.example`)
    await db.write(async (tx) => {
      await roleAssignments.grant(tx, orgId, userId, '', ['ORG_OWNER'])
      const project = { orgId, projectId: ambient.newId<ProjectId>(), name: 'One', tags: undefined, createdAt: 1 }
      await projects.insert(tx, { ...project, regionUsageRestrictions: undefined, withDefaultAlertsSettings: true })
    })
    expect([await namesAt(1), await rolesAt(1), await projectsAt(1)]).toEqual([1, ['ORG_MEMBER'], 0])
    expect([await namesAt(2), await rolesAt(2), await projectsAt(2)]).toEqual([2, ['ORG_MEMBER', 'ORG_OWNER'], 1])
    // A request that began before the change is told what is true by now.
    expect([await namesAt(1), await rolesAt(1), await projectsAt(1)]).toEqual([2, ['ORG_MEMBER', 'ORG_OWNER'], 1])
  })

  test('members of a large organization are not held', async () => {
    const db = await engine.open()
    const orgId = await organizationIn(db)
    await db.write(async (tx) => {
      for (let index = 0; index < 1001; index += 1) {
        const newcomer = person(`p${index}-${orgId}@kept.example`)
        await users.insertIfNew(tx, newcomer)
        await members.insert(tx, orgId, newcomer.userId, 1)
      }
    })
    expect(await keptOf(db).members({ orgId, revision: 1 })).toBeUndefined()
  })
})
