// Lists are followed to their end, page after page.
import { expect, test } from 'vitest'
import { AtlasClient } from '../../src/client/atlas-client.ts'
import { clientOf } from '../harness/case-seed.ts'
import { all, countedFetch, json, serve, stub, tokenClient } from './harness.ts'

const ORG = '5f0a00000000000000000a01'
const MANY = 1203

const crowd = {
  organizations: [
    {
      id: ORG,
      name: 'Crowd',
      users: Array.from({ length: MANY }, (_, index) => ({
        username: `user-${index}@example.com`,
        orgRoles: [index === 0 ? 'ORG_OWNER' : 'ORG_MEMBER'],
      })),
      serviceAccounts: [{ ...clientOf('owner'), name: 'Owner', orgRoles: ['ORG_OWNER'] }],
    },
  ],
}

test('1,203 users come each once, in three requests', async () => {
  const { url } = await serve({}, crowd)
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('owner'), fetch })
  const users = await all(atlas.listOrgUsers.each({ orgId: ORG }))
  expect(new Set(users.map(({ id }) => id)).size).toBe(MANY)
  expect(users).toHaveLength(MANY)
  const pages = sent.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/^.*\?/, ''))
  expect(pages).toEqual([1, 2, 3].map((pageNum) => `itemsPerPage=500&pageNum=${pageNum}`))
})

test('pages are asked for as they are needed, of the size and from the page that the caller says', async () => {
  const { url } = await serve({}, crowd)
  const { fetch, sent } = countedFetch()
  const atlas = new AtlasClient({ baseUrl: url, ...clientOf('owner'), fetch })
  const seen: string[] = []
  for await (const { username } of atlas.listOrgUsers.each({ orgId: ORG, itemsPerPage: 10, pageNum: 3 })) {
    seen.push(username)
    if (seen.length === 15) break
  }
  const { results } = await atlas.listOrgUsers({ orgId: ORG, itemsPerPage: 40 })
  expect(seen).toEqual(results.slice(20, 35).map(({ username }) => username))
  expect(sent.filter(({ path }) => path.includes('itemsPerPage=10'))).toHaveLength(2)
})

test('a short page in the middle does not end the walk, nor does a full one without links', async () => {
  const pages = [
    { results: [1, 2], links: [] },
    { results: [3], links: [{ rel: 'next', href: '' }] },
    { results: [], links: [] },
  ]
  const { url, seen } = await stub((_request, response, index) => json(response, 200, pages[index]))
  const items = await all(tokenClient(url).listOrgs.each({ itemsPerPage: 2 }))
  expect(items).toEqual([1, 2, 3])
  expect(seen).toHaveLength(3)
})
