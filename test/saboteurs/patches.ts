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
    find: '  if ((await tx.run(insertRow, toRow(invitation))) !== 1) return false\n',
    replace: `  if (await atPlace(tx, orgId, face, invitation.projectId, username, createdAt)) return false
  await tx.run(insertRow, toRow(invitation))
`,
  },
]

/** Has the index, but not the clause that makes a refusal of its conflict. */
export const NO_CONFLICT_CLAUSE: readonly Patch[] = [
  {
    find: '      closed_at: p.closed_at,\n    })\n    .onConflict((conflict) => conflict.doNothing()),',
    replace: '      closed_at: p.closed_at,\n    }),',
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
  })
`,
    replace: `    return invitation
  }).then(async (made) => {
    const details = { targetUsername: input.username }
    await app.db.write((tx) => record(app, tx, { type: 'INVITED_TO_ORG', orgId, author: authorOf(by), details }))
    return made
  })
`,
  },
]
