// Capturing from Atrium: the file of it starts a world in which everything is as it was, and which is captured alike.
import { expect, test } from 'vitest'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { serve } from '../client/harness.ts'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { fillRichly } from '../harness/rich-world.ts'
import { accountOf, captureFrom, keyOf, readByTerraform, seedIn } from './capturing.ts'

const BEGIN = Date.UTC(2027, 0, 10, 9, 30)
const LATER = BEGIN + 31 * 86_400_000 + 123

const FIRST: Seed = {
  organizations: [
    {
      name: 'Acme',
      users: [{ username: 'olive@example.com', firstName: 'Olive', orgRoles: ['ORG_OWNER'], teams: ['Core'] }],
      projects: [{ name: 'Billing' }],
      teams: [{ name: 'Core', projectRoles: { Billing: ['GROUP_OWNER'] } }],
    },
  ],
}

test('a captured world is started again with everything that Terraform reads, and is captured equally', async () => {
  const before = await serve({ now: BEGIN, frozen: true }, FIRST)
  await fillRichly(before)
  const { orgId } = before.first
  const byKey = await captureFrom(before.url, orgId, keyOf(before), LATER)
  const byAccount = await captureFrom(before.url, orgId, accountOf(before), LATER)
  expect(byKey.notes).toEqual([])
  expect(byAccount.text).toBe(byKey.text)
  const after = await serve({ now: LATER, frozen: true }, seedIn(byKey.text))
  expect(after.first.orgId).toBe(orgId)
  expect(await readByTerraform(after, orgId)).toEqual(await readByTerraform(before, orgId))
  expect((await captureFrom(after.url, orgId, accountOf(after), LATER)).text).toBe(byKey.text)
}, 30_000)

test('nothing leaves but GETs, and the service account asks for its token and gives it back', async () => {
  const atrium = await serve()
  const byKey = await captureFrom(atrium.url, ACME.id, keyOf(atrium))
  expect(new Set(byKey.sent.map(({ method }) => method))).toEqual(new Set(['GET']))
  const byAccount = await captureFrom(atrium.url, ACME.id, accountOf(atrium))
  const others = byAccount.sent.filter(({ method }) => method !== 'GET')
  expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/oauth/token',
    'POST /api/oauth/revoke',
  ])
})

test('no secret of the source stands in the file, and each credential says that it gets a new one', async () => {
  const atrium = await serve()
  const { text } = await captureFrom(atrium.url, ACME.id, accountOf(atrium))
  expect(text).not.toMatch(/secret-of-|private-key-of-|correct horse|privateKey|clientSecret|secretHash|ha1/)
  const [organization] = seedIn(text).organizations
  expect(text.match(/# with a new private key\n/g)).toHaveLength(organization?.apiKeys?.length ?? 0)
  expect(text.match(/# with a new client secret\n/g)).toHaveLength(organization?.serviceAccounts?.length ?? 0)
})

test('owners that may call from anywhere come first, so that a new world prints them', async () => {
  const second = { clientId: `mdb_sa_id_${'2'.repeat(24)}`, clientSecret: 'a-secret' }
  const listed = [{ ipAddress: '203.0.113.7' }]
  const atrium = await serve(
    {},
    {
      organizations: [
        {
          name: 'Acme',
          users: [
            { username: 'a@example.com', orgRoles: ['ORG_MEMBER'] },
            { username: 'z@example.com', orgRoles: ['ORG_OWNER'] },
          ],
          apiKeys: [
            { publicKey: 'aaaaaaaa', orgRoles: ['ORG_OWNER'], accessList: listed },
            { publicKey: 'bbbbbbbb', orgRoles: ['ORG_MEMBER'] },
            { publicKey: 'cccccccc', orgRoles: ['ORG_OWNER'] },
          ],
          serviceAccounts: [
            { clientId: `mdb_sa_id_${'1'.repeat(24)}`, orgRoles: ['ORG_OWNER'], secrets: [] },
            { ...second, orgRoles: ['ORG_OWNER'] },
          ],
        },
      ],
    },
  )
  const { text } = await captureFrom(atrium.url, atrium.first.orgId, second)
  const [organization] = seedIn(text).organizations
  expect(organization?.users?.map(({ username }) => username)).toEqual(['z@example.com', 'a@example.com'])
  expect(organization?.apiKeys?.map(({ publicKey }) => publicKey)).toEqual(['cccccccc', 'bbbbbbbb', 'aaaaaaaa'])
  expect(organization?.serviceAccounts?.map(({ clientId }) => clientId?.at(-1))).toEqual(['2', '1'])
})

test('what a member may not read is noted and missing, and the rest is captured', async () => {
  const atrium = await serve()
  const { text, notes } = await captureFrom(atrium.url, ACME.id, clientOf('projectReader'))
  expect(notes.length).toBeGreaterThan(0)
  for (const note of notes) expect(text).toContain(`# - ${note}\n`)
  expect(seedIn(text).organizations[0]).toMatchObject({ id: ACME.id, name: ACME.name })
})
