// How pages read in the languages of their readers: words, the order of names, line breaks, dates in the reader's zone.
import { expect } from 'vitest'
import { openPage, PHONE, pageTest } from '../harness/browser.ts'
import { ACME } from '../harness/case-seed.ts'
import { fillNewcomer, useOffice } from '../harness/office.ts'
import { breakAnywhere, brokenKoreanWords, labelsOf, overflowOf } from '../harness/reading.ts'

const office = useOffice()
const NARROWEST = { width: 320, height: 640 }

const EASTERN = [
  { locale: 'ko-KR', lang: 'ko', labels: ['성', '이름', '비밀번호'], accept: '초대 수락', called: 'Lindqvist Bo' },
  { locale: 'ja-JP', lang: 'ja', labels: ['姓', '名', 'パスワード'], accept: '招待を承諾する', called: 'Lindqvist Bo' },
  { locale: 'zh-CN', lang: 'zh-CN', labels: ['姓', '名', '密码'], accept: '接受邀请', called: 'Lindqvist Bo' },
] as const

for (const { locale, lang, labels, accept, called } of EASTERN) {
  pageTest(`${lang}: the family name is asked for and said first`, async () => {
    const invited = await office.invite()
    const page = await office.open(invited.link, { locale, viewport: PHONE, isMobile: true })
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    expect(await labelsOf(page)).toEqual(labels)
    await fillNewcomer(page)
    await page.getByRole('button', { name: accept }).click()
    await page.waitForURL(/\/welcome\//)
    await page.goto(`${office.world().atrium.url}/profile`)
    await page.getByText(`${called} · ${invited.username}`).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
  })
}

pageTest('ko: no line breaks inside of a word, on a phone and on the narrowest window', async () => {
  const invited = await office.inviteToProject(ACME.apollo)
  const page = await openPage({ locale: 'ko-KR' })
  for (const viewport of [PHONE, NARROWEST]) {
    await page.setViewportSize(viewport)
    for (const under of ['', '/decline', '/stop']) {
      await page.goto(invited.link + under)
      expect(await brokenKoreanWords(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    }
  }
  await page.goto(invited.link)
  await breakAnywhere(page)
  expect(await brokenKoreanWords(page)).not.toEqual([])
})

pageTest('a date is told in the zone of its reader, and in UTC without the script', async () => {
  const { link } = await office.invite()
  const told = async (timezoneId: string, locale: string, javaScriptEnabled = true): Promise<string> => {
    const page = await office.open(link, { timezoneId, locale, javaScriptEnabled })
    return page
      .locator('main time')
      .allInnerTexts()
      .then((all) => all.join())
  }
  expect(await told('America/Sao_Paulo', 'en-GB')).toContain('20 March 2026')
  expect(await told('America/Sao_Paulo', 'en-GB')).toContain('15:51')
  expect(await told('Asia/Seoul', 'ko-KR')).toMatch(/2026년 3월 21일.*03:51/)
  expect(await told('Asia/Tokyo', 'ja-JP')).toMatch(/2026年3月21日.*3:51/)
  expect(await told('Asia/Seoul', 'en-GB', false)).toMatch(/20 March 2026.*18:51.*UTC/)
})

pageTest('the language is switched on the page, with and without the script, and stays', async () => {
  const { link } = await office.invite()
  const page = await office.open(link)
  await page.getByLabel('Language').selectOption('es')
  await page.getByRole('heading', { name: 'Acme te invita' }).waitFor()
  await page.goto(link)
  await page.getByRole('heading', { name: 'Acme te invita' }).waitFor()
  const plain = await office.open(link, { javaScriptEnabled: false, locale: 'pt-BR' })
  await plain.locator('footer select').selectOption('ja')
  await plain.locator('footer button').click()
  expect(await plain.locator('html').getAttribute('lang')).toBe('ja')
})
