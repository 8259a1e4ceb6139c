import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atlasPageLinks, cloudManagerPageLinks, page, pageRequest } from './paging.ts'
import type { RawQuery } from './query.ts'

const HREF = 'http://x/things'

const pageOf = (items: readonly string[], query: RawQuery, own: Record<string, string> = {}, links = atlasPageLinks) =>
  page({ items, request: pageRequest(query), query, own, href: HREF, links, present: (item) => item })

test('pages put together are the whole list, each once, and links lead from one to the next', () => {
  const lists = fc.tuple(fc.array(fc.string(), { maxLength: 30 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(lists, fc.constantFrom(atlasPageLinks, cloudManagerPageLinks), ([items, size], links) => {
      const seen: unknown[] = []
      let query: RawQuery | undefined = { itemsPerPage: String(size) }
      while (query !== undefined) {
        const answer = pageOf(items, query, {}, links)
        const { results, links: given, totalCount } = JSON.parse(JSON.stringify(answer))
        seen.push(...results)
        expect(totalCount).toBe(items.length)
        const next = given.find(({ rel }: { rel: string }) => rel === 'next')
        query = next && Object.fromEntries(new URL(next.href).searchParams)
      }
      expect(seen).toEqual(items)
    }),
    { numRuns: 200 },
  )
})

test('own parameters stand first, and the rest in the recorded order', () => {
  const own = { name: '', includeOrgUsers: 'false' }
  const { links } = pageOf(['a', 'b', 'c'], { pageNum: '2', itemsPerPage: '1' }, own)
  expect(links).toEqual([
    { href: `${HREF}?includeCount=true&includeOrgUsers=false&name=&pageNum=2&itemsPerPage=1`, rel: 'self' },
    { href: `${HREF}?includeCount=true&includeOrgUsers=false&itemsPerPage=1&name=&pageNum=1`, rel: 'previous' },
    { href: `${HREF}?includeCount=true&includeOrgUsers=false&itemsPerPage=1&name=&pageNum=3`, rel: 'next' },
  ])
})

test('a page far behind the end is empty and links back', () => {
  const { links, results, totalCount } = pageOf(['a'], { pageNum: '999999999', itemsPerPage: '500' })
  expect([results, totalCount]).toEqual([[], 1])
  expect(links).toMatchObject([{ rel: 'self' }, { rel: 'previous' }])
})

test('without a count the total is zero, and everything else as with one', () => {
  const counted = pageOf(['a', 'b'], { itemsPerPage: '1' })
  const uncounted = pageOf(['a', 'b'], { itemsPerPage: '1', includeCount: 'false' })
  expect(uncounted).toMatchObject({ results: counted['results'], totalCount: 0 })
})
