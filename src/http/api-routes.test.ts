import { expect, test } from 'vitest'
import { startAtrium } from '../../test/harness/atrium.ts'
import { tokenOf } from '../../test/harness/client.ts'
import { exchange } from '../../test/harness/http-client.ts'
import { migrate } from '../store/migrate.ts'
import { openDb } from '../store/open.ts'

// What Go's http.Post sends for an empty type, something that is no type, and one that is not JSON.
for (const type of ['', 'garbage', 'text/xml; charset']) {
  test(`a request without a body is served although its Content-Type is "${type}"`, async () => {
    await using db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: true })
    await migrate(db)
    await using atrium = await startAtrium(db, {
      seed: {
        organizations: [{ name: 'Acme', invitations: [{ username: 'new@example.com', roles: ['ORG_MEMBER'] }] }],
      },
    })
    const { orgId, serviceAccount } = atrium.first
    if (!serviceAccount) throw new Error('The seed has a service account.')
    const headers = {
      Authorization: `Bearer ${await tokenOf(atrium.url, serviceAccount)}`,
      'Content-Length': '0',
      'Content-Type': type,
    }
    const invites = `/api/atlas/v1.0/orgs/${orgId}/invites`
    const [{ id }] = JSON.parse((await exchange(atrium.url, { method: 'GET', target: invites, headers })).text)
    const accept = `/_atrium/invitations/${id}:accept`
    expect((await exchange(atrium.url, { method: 'POST', target: accept, headers })).status).toBe(200)
    const gone = await exchange(atrium.url, { method: 'DELETE', target: `${invites}/${id}`, headers })
    expect([gone.status, gone.headers['x-error-code']]).toEqual([404, 'INVALID_INVITATION_ID'])
  })
}
