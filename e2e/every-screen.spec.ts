import { expect, test, type Page } from '@playwright/test'
import { languages } from '#contract/language.ts'
import { pages } from '#web/app/modules.ts'
import { type Address, addressesFor } from './looking/addresses.ts'
import { long } from './looking/languages.ts'
import { madeAddresses, madePaths } from './looking/made.ts'
import { walk } from './looking/walk.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 300_000 })
// What is found names its address; a trace of every step would only slow the looking.
test.use({ trace: 'off' })

// One worker at each agency, with cases at every stage.
const workers = [
  { language: 'zh-CN', worker: 'chen.siyuan' },
  { language: 'en', worker: 'okafor' },
  { language: 'ru', worker: 'orlova' },
] as const

// Pages that only one of the other roles may open.
const forOthers = ['/reviews', '/agency', '/audit', '/directory/imports']
// Records are made for them, and a test of their own looks at them.
const elsewhere: readonly string[] = madePaths
const places = (path: string) => ({ path, address: path })

/** Each page, with a record in each of its states, in one of the three languages in turn; with `E2E=long` in each. */
const inLanguage = (addresses: readonly Address[], language: string) => {
  const turn = workers.findIndex((one) => one.language === language)
  const paths: string[] = pages.map(({ path }) => path)
  return long ? addresses : addresses.filter(({ path }) => paths.indexOf(path) % workers.length === turn)
}

/** Every third page is opened as from a bookmark, with `E2E=long` each; the others are come to by a link. */
const isLoaded = (path: string) => long || pages.findIndex((one) => one.path === path) % 9 < workers.length

/** At which pages the server does not begin the program. */
async function unansweredOf({ request }: Page, addresses: readonly Address[]) {
  const wrong: string[] = []
  for (const { address } of new Map(addresses.map((one) => [one.path, one])).values()) {
    const answer = await request.get(address, { headers: { accept: 'text/html' } })
    if (answer.status() !== 200 || !(await answer.text()).includes('id="app"')) wrong.push(address)
  }
  return wrong
}

for (const { language, worker } of workers)
  test(`every screen of a worker is whole (${language})`, async ({ page }) => {
    await signIn(page, worker, language)
    const addresses = await addressesFor(page.request)
    const shown = new Set(addresses.map(({ path }) => path).filter((path) => !elsewhere.includes(path)))
    const routed = pages
      .filter(({ open, path }) => !open && !elsewhere.includes(path))
      .map(({ path }) => path)
    expect([...shown].toSorted()).toEqual(routed.toSorted())
    const own = addresses.filter(({ path }) => !forOthers.includes(path))
    const looked = [...inLanguage(own, language), places('/no-such-page')]
    expect(await unansweredOf(page, looked)).toEqual([])
    expect(await walk(page, looked, isLoaded)).toEqual([])
  })

/** All three languages with `E2E=long`; otherwise one, each in turn. */
const languagesOf = (turn: number) =>
  long ? languages : languages.filter((_, place) => place === turn % languages.length)

test('families, merges and assessments side by side are whole', async ({ page }) => {
  await signIn(page, 'chen.siyuan', 'zh-CN')
  const made = await madeAddresses(page)
  for (const language of languagesOf(2)) {
    await page.locator('.shell-language').selectOption(language)
    expect(await walk(page, made), language).toEqual([])
  }
})

const roles = [
  { role: 'supervisor', worker: 'sun.lan', sees: ['/', '/inquiries', '/cases', '/people', '/reviews'] },
  {
    role: 'agency head',
    worker: 'zhao.hongmei',
    sees: ['/', '/cases', '/reviews', '/statistics', '/agency'],
  },
  { role: 'level-4 worker', worker: 'ma.xiaoyan', sees: ['/', '/cases'] },
  {
    role: 'administrator',
    worker: 'gao.min',
    sees: ['/', '/agency', '/agency/settings/about', '/account', '/directory', '/directory/imports'],
  },
  { role: 'inspector', worker: 'he.jun', sees: ['/', '/audit'] },
] as const

for (const [turn, { role, worker, sees }] of roles.entries())
  test(`every list of the ${role} is whole`, async ({ page }) => {
    await signIn(page, worker, 'zh-CN')
    for (const language of languagesOf(turn)) {
      await page.locator('.shell-language').selectOption(language)
      expect(await walk(page, sees.map(places)), language).toEqual([])
    }
  })

test('who saw a case is whole for a supervisor and a head', async ({ page }) => {
  for (const [turn, worker] of ['sun.lan', 'zhao.hongmei'].entries()) {
    await page.context().clearCookies()
    await signIn(page, worker, 'zh-CN')
    const path = '/cases/:caseId/audit'
    const own = (await addressesFor(page.request)).filter((address) => address.path === path).slice(0, 1)
    expect(own).toHaveLength(1)
    for (const language of languagesOf(turn + 1)) {
      await page.locator('.shell-language').selectOption(language)
      expect(await walk(page, own), `${worker} ${language}`).toEqual([])
    }
  }
})

// The densest of them: lists, sheets, drawings and prints.
const inTheDark = [
  '/',
  '/inquiries/:inquiryId',
  '/cases/:caseId',
  '/cases/:caseId/assessment/:assessmentId',
  '/cases/:caseId/plans/:planId',
  '/cases/:caseId/delivery',
  '/cases/:caseId/evaluation/:evaluationId',
  '/cases/:caseId/documents',
]

test('dense screens are whole in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn(page, 'chen.siyuan', 'zh-CN')
  const byPath = new Map((await addressesFor(page.request)).map((address) => [address.path, address]))
  expect(
    await walk(
      page,
      inTheDark.flatMap((path) => byPath.get(path) ?? []),
    ),
  ).toEqual([])
})

for (const language of languages)
  test(`the doors are whole (${language})`, async ({ page }) => {
    await page.goto('/setup')
    await page.locator('.shell-language').selectOption(language)
    expect(await walk(page, [places('/'), places('/setup'), places('/reset')], () => true)).toEqual([])
  })
