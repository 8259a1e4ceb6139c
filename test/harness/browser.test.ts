// What tests of pages rely on: a page that complains fails its test, and one that does not is left alone.
import { createServer } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { seriousFindings } from './axe.ts'
import { openPage, PHONE, pageTest, visit } from './browser.ts'

const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head>'
const POLICY = "default-src 'none'"

interface Served {
  readonly body: string
  readonly status?: number
  readonly policy?: string
}

/** Serves pages by their path, and the icon that a browser asks every site for; everything else is not found. */
async function serve(pages: Readonly<Record<string, Served>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = request.url === '/favicon.ico' ? { body: '' } : pages[request.url ?? '']
    const headers = { 'Content-Type': 'text/html', ...(page?.policy ? { 'Content-Security-Policy': page.policy } : {}) }
    response.writeHead(page ? (page.status ?? 200) : 404, headers).end(page ? HEAD + page.body : 'nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  onTestFinished(() => server.closeAllConnections())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

async function complaintsAbout(page: Served): Promise<readonly string[]> {
  const url = await serve({ '/': page })
  const { page: tab, complaints } = await visit({})
  await tab.goto(url)
  return (await complaints()).map((complaint) => complaint.replaceAll(url, ''))
}

pageTest('a page that keeps to its policy has nothing to complain about, whatever its status', async () => {
  const body = '<main><h1>Here</h1></main>'
  expect(await complaintsAbout({ body, policy: POLICY })).toEqual([])
  expect(await complaintsAbout({ body, policy: POLICY, status: 410 })).toEqual([])
})

pageTest('whatever the policy forbids is found by the policy and in the console', async () => {
  const inline = await complaintsAbout({ body: '<p style="color: red">red</p>', policy: POLICY })
  expect(inline).toContainEqual(expect.stringMatching(/^policy: style-src/))
  expect(inline).toContainEqual(expect.stringMatching(/^console: .*Content Security Policy/))
  const script = await complaintsAbout({ body: '<img alt="" src="x" onerror="alert(1)">', policy: POLICY })
  expect(script).toContainEqual(expect.stringMatching(/^policy: img-src/))
})

pageTest.each([
  ['an error in the console', '<script>console.error("so it is")</script>', 'console: so it is'],
  ['an error that nobody caught', '<script>throw new Error("thrown")</script>', 'uncaught: thrown'],
  ['a promise that nobody caught', '<script>Promise.reject(new Error("lost"))</script>', 'uncaught: lost'],
  ['a dialog', '<script>alert("executed")</script>', 'dialog: executed'],
  ['a picture that is not there', '<img alt="" src="/none.png">', 'answered 404: /none.png'],
  ['a server that does not answer', '<script src="http://127.0.0.1:1/x.js"></script>', /^failed \(net::ERR_/],
])('%s is a complaint', async (_what, body, complaint) => {
  const expected = typeof complaint === 'string' ? complaint : expect.stringMatching(complaint)
  expect(await complaintsAbout({ body })).toContainEqual(expected)
})

pageTest('a window that a page opens is watched as well', async () => {
  const url = await serve({
    '/': { body: '<a href="/other" target="_blank">Other</a>' },
    '/other': { body: '<h1>Other</h1><script>console.error("from the other window")</script>' },
  })
  const { page, complaints } = await visit({})
  await page.goto(url)
  const [other] = await Promise.all([page.waitForEvent('popup'), page.click('a')])
  await other.waitForSelector('h1')
  expect(await complaints()).toContain('console: from the other window')
})

pageTest.fails('a test whose page complains fails', async () => {
  const url = await serve({ '/': { body: '<script>console.error("so it is")</script>' } })
  const page = await openPage()
  await page.goto(url)
})

pageTest('a complaint that the test expects does not fail it', async () => {
  const url = await serve({ '/': { body: '<script>console.error("so it is")</script>' } })
  const page = await openPage({ expects: [/so it is/] })
  await page.goto(url)
})

pageTest('a visitor brings a language, a colour scheme, a zone and a size', async () => {
  const url = await serve({ '/': { body: '<h1>Here</h1>' } })
  const page = await openPage({ locale: 'ko-KR', colorScheme: 'dark', timezoneId: 'Asia/Seoul', viewport: PHONE })
  const request = page.waitForRequest(url)
  await page.goto(url)
  expect((await (await request).allHeaders())['accept-language']).toMatch(/^ko-KR/)
  const seen = `[matchMedia('(prefers-color-scheme: dark)').matches, innerWidth, new Date(0).getHours()]`
  expect(await page.evaluate(seen)).toEqual([true, 390, 9])
})

pageTest('axe looks behind a policy that forbids every script, and finds what is serious', async () => {
  const url = await serve({
    '/good': { body: '<main><h1>Good</h1></main>', policy: POLICY },
    '/bad': { body: '<main><h1>Bad</h1><form><input type="text"></form><img src="data:,"></main>' },
  })
  const page = await openPage({ expects: [/failed .* data:/] })
  await page.goto(`${url}/good`)
  expect(await seriousFindings(page)).toEqual([])
  await page.goto(`${url}/bad`)
  const findings = (await seriousFindings(page)).map((line) => line.split(' ')[0])
  expect(findings.sort()).toEqual(['image-alt', 'label'])
})
