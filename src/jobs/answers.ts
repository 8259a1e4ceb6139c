// How the invited people of gathered invitations have answered by now.
import type { InvitationId, OrgId } from '../domain/ids.ts'
import type { InvitationAnswer } from '../domain/letters.ts'
import type { Tx } from '../store/db.ts'
import type { WhateverBecame } from '../store/invitation-rows.ts'
import * as invitations from '../store/invitations.ts'
import * as projects from '../store/projects.ts'
import * as users from '../store/users.ts'
import type { NameOf } from '../usecases/invitation-facts.ts'

/** Each answer that still stands, once, in the order given. */
export async function answersOf(
  tx: Tx,
  orgId: OrgId,
  ids: readonly InvitationId[],
  nameOf: NameOf,
): Promise<readonly InvitationAnswer[]> {
  const answers: InvitationAnswer[] = []
  for (const id of new Set(ids)) {
    const found = await invitations.whatever(tx, orgId, id)
    const answer = found && (await answerOf(tx, found, nameOf))
    if (answer) answers.push(answer)
  }
  return answers
}

async function answerOf(
  tx: Tx,
  { invitation, closedAt }: WhateverBecame,
  nameOf: NameOf,
): Promise<InvitationAnswer | undefined> {
  const { status, orgId, projectId, username, createdAt } = invitation
  if (status !== 'ACCEPTED' && status !== 'DECLINED') return undefined
  const person = status === 'ACCEPTED' ? await users.byUsername(tx, username) : undefined
  const name = person && nameOf(person)
  const project = projectId && (await projects.byId(tx, orgId, projectId))
  return {
    username,
    name: name === username ? undefined : name,
    answer: status === 'ACCEPTED' ? 'accepted' : 'declined',
    projectName: project ? project.name : undefined,
    answeredAt: closedAt ?? createdAt,
  }
}
