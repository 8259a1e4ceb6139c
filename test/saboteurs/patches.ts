// Mistakes that the tests of races and crashes must notice, as patches to the sources. Each names what it takes away.
import type { Patch } from '../harness/program-build.ts'

/** Nothing but the product's own care keeps an address from having two pending invitations. */
const withoutIndex: Patch = {
  find: '    unique: true,\n    where: PENDING,\n',
  replace: '    where: PENDING,\n',
}

export const NO_UNIQUE_INDEX: readonly Patch[] = [withoutIndex]

/** Looks first and inserts then, as code does that trusts what it has read. */
export const CHECK_THEN_INSERT: readonly Patch[] = [
  withoutIndex,
  {
    find: '  if ((await tx.run(insertRow, toRow(invitation, secretHash))) !== 1) return false\n',
    replace: `  if (await atPlace(tx, orgId, face, invitation.projectId, username, createdAt)) return false
  await tx.run(insertRow, toRow(invitation, secretHash))
`,
  },
]

/** Has the index, but not the clause that makes a refusal of its conflict. */
export const NO_CONFLICT_CLAUSE: readonly Patch[] = [
  {
    find: '      language: p.language,\n    })\n    .onConflict((conflict) => conflict.doNothing()),',
    replace: '      language: p.language,\n    }),',
  },
]

/** Closes whatever it found pending, without asking again in the update. */
export const READ_THEN_CLOSE: readonly Patch[] = [
  {
    find: `    .set({ status: p.status, closed_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', p.now)
`,
    replace: `    .set({ status: p.status, closed_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
`,
  },
  {
    find: '): Promise<Invitation | undefined> => toInvitation(await tx.first(closeRow, { orgId, id, status, now }))',
    replace: `): Promise<Invitation | undefined> =>
  (await byId(tx, orgId, id, now)) && toInvitation(await tx.first(closeRow, { orgId, id, status, now }))`,
  },
]

/** Sends an invitation again with a new link, and lets the old one go on opening it. */
export const OLD_LINK_KEPT: readonly Patch[] = [
  {
    find: "    .set({ status: 'PENDING', closed_at: null, secret_hash: p.secretHash, expires_at: p.expiresAt })\n",
    replace: "    .set({ status: 'PENDING', closed_at: null, expires_at: p.expiresAt })\n",
  },
]

/** Reads the organization without holding it while its invitations change. */
export const NO_SHARED_LOCK: readonly Patch[] = [{ find: '\n    .forShare(),', replace: ',' }]

/** Does not wait for the disk before it acknowledges. */
export const NO_SYNC: readonly Patch[] = [{ find: 'PRAGMA synchronous = FULL', replace: 'PRAGMA synchronous = OFF' }]

/** Acknowledges what a group of writers did while it is still to be committed. */
export const ACKNOWLEDGED_EARLY: readonly Patch[] = [
  {
    find: '    connection.commit()\n  } catch {\n',
    replace: `    for (const job of jobs) job.answer()
    await new Promise((resume) => setTimeout(resume, 20))
    connection.commit()
  } catch {
`,
  },
]

/** Writes an invitation and its event one after the other. */
export const TWO_TRANSACTIONS: readonly Patch[] = [
  {
    find: `    await record(app, tx, {
      type: 'INVITED_TO_ORG',
      orgId,
      author: authorOf(by),
      details: { targetUsername: input.username },
    })
    return invitation
  }
`,
    replace: '    return invitation\n  }\n',
  },
  {
    find: '  app.db.write(invitingToOrg(app, by, input))\n',
    replace: `  app.db.write(invitingToOrg(app, by, input)).then(async (made) => {
    const { orgId } = by.organization
    const details = { targetUsername: input.username }
    await app.db.write((tx) => record(app, tx, { type: 'INVITED_TO_ORG', orgId, author: authorOf(by), details }))
    return made
  })
`,
  },
]

/** Reads the organization without holding it while its members change. */
export const NO_LOCK_FOR_MEMBERS: readonly Patch[] = [
  {
    find: `  if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
  return userInOrg(`,
    replace: `  if (!(await organizations.access(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
  return userInOrg(`,
  },
]

/** Asks whether there is another owner, and only then waits for whoever is changing them. */
export const LAST_OWNER_BEFORE_LOCK: readonly Patch[] = [
  {
    find: `    const user = await lockedUser(app, tx, by, userId, statuses)
    if (user.kind === 'invited') {`,
    replace: `    const isLast = await hasNoOtherOwner(tx, orgId, userId)
    const user = await lockedUser(app, tx, by, userId, statuses)
    if (user.kind === 'invited') {`,
  },
  {
    find: '    return endMembership(app, tx, orgId, user.member, authorOf(by))\n',
    replace: '    return endMembership(app, tx, orgId, user.member, authorOf(by), isLast)\n',
  },
  {
    find: "import { endMembership } from './own-organizations.ts'\n",
    replace: "import { endMembership, hasNoOtherOwner } from './own-organizations.ts'\n",
  },
  {
    find: 'member: Member, author: Author): Promise<void> {\n',
    replace: 'member: Member, author: Author, isLast: boolean): Promise<void> {\n',
  },
  {
    find: "  if (await isLastOwner(tx, orgId, member)) refuse({ code: 'last_org_owner_removed' })\n",
    replace: "  if (isLast && member.orgRoles.includes('ORG_OWNER')) refuse({ code: 'last_org_owner_removed' })\n",
  },
  {
    find: 'const isLastOwner = async (',
    replace: `export const hasNoOtherOwner = async (sql: Sql, orgId: OrgId, userId: Person['userId']): Promise<boolean> =>
  !(await members.hasOtherOwner(sql, orgId, userId))

const isLastOwner = async (`,
  },
]

/** Counts the secrets of an account while others add some. */
export const NO_LOCK_FOR_SECRETS: readonly Patch[] = [
  {
    find: `    await holdOrganization(tx, by)
    const { account } = await findAccount(tx, by.organization, clientId)
    return addSecret(`,
    replace: `    const { account } = await findAccount(tx, by.organization, clientId)
    return addSecret(`,
  },
]

/** Leaves a deleted team in what pending invitations promise. */
export const TEAM_LEFT_PROMISED: readonly Patch[] = [
  {
    find: '      await invitations.change(tx, orgId, id, { teamIds: teamIds.filter((each) => each !== teamId) }, now)\n',
    replace: '      void [id, teamIds]\n',
  },
]

/** Takes the tokens of an account while somebody may still sign in. */
export const TOKENS_BEFORE_SECRETS: readonly Patch[] = [
  {
    find: `    await clientSecrets.removeAll(tx, orgId, id)
    await tokens.removeAll(tx, orgId, id)
`,
    replace: `    await tokens.removeAll(tx, orgId, id)
    await clientSecrets.removeAll(tx, orgId, id)
`,
  },
]

/** Makes its creator an owner of a project, whether or not there still is one. */
export const OWNED_BY_NOBODY: readonly Patch[] = [
  {
    find: "  if (!permitsOrg({ ...actor, ...held }, 'org.projects.create')) refuse({ code: 'cannot_create_projects', orgId })\n",
    replace: '  void held\n',
  },
]
