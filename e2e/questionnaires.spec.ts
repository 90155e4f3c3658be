import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { exportWords } from '#web/app/export.words.ts'
import { linkedPaperWords } from '#web/client-links/linked-paper.words.ts'
import { conflictWords } from '#web/app/conflict.words.ts'
import { answeringWords } from '#web/instruments/questionnaires/answering.words.ts'
import { designWords } from '#web/instruments/questionnaires/design.words.ts'
import { resultWords } from '#web/instruments/questionnaires/result.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { aMotherAssessed } from './telling/assessed.ts'
import { languageNames, makeLink, openAt, phone } from './telling/own-phone.ts'
import { signIn, type Teller, tellerAt } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

/** Adds a question that is open then, and gives it its words and its kind. */
async function addQuestion(
  { page, words, press, fill, choose }: Teller,
  label: string,
  kind?: 'integer' | 'select-one',
) {
  const t = words(designWords)
  await press(t('addQuestion'))
  const form = page.locator('.design-form')
  await fill(t('label'), label, form)
  if (kind) await choose(t('kind'), t(kind), form)
  return form
}

/** Tries the questionnaire before anybody is asked it: it behaves as it will, and nothing is sent anywhere. */
async function tried({ page, words, press, choose, fill, sees }: Teller) {
  const t = words(designWords)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  await choose(t('part'), t('try'))
  await expect(page.getByLabel('VISITS')).toHaveCount(0)
  await choose('COMES', 'YES')
  await press(t('tryCheck'))
  await sees(words(answeringWords)('wrongCount', { count: 1 }))
  await fill('VISITS', '4')
  await press(t('tryCheck'))
  await sees(t('tryWhole'))
  await press(t('tryAnew'))
  await expect(page.getByLabel('VISITS')).toHaveCount(0)
  expect(sent).toEqual([])
  page.removeAllListeners('request')
  await choose(t('part'), t('results'))
  await sees(words(resultWords)('none'))
  await choose(t('part'), t('design'))
}

/** Answers the questionnaire in a case, and says how often where that is asked. */
async function answer(
  teller: Teller,
  caseId: string,
  title: string,
  given: { comes: string; visits?: string },
) {
  const t = teller.words(answeringWords)
  await teller.page.goto(`/cases/${caseId}/questionnaires`)
  await teller.choose(t('which'), title)
  await teller.press(t('begin'))
  await expect(teller.page.getByLabel('VISITS')).toHaveCount(0)
  await teller.choose('COMES', given.comes)
  if (given.visits !== undefined) {
    await teller.press(t('save'))
    await teller.sees(t('required'))
    await teller.fill('VISITS', given.visits)
  }
  await teller.press(t('save'))
  // What was typed is gone once it is kept.
  await expect(teller.page.getByRole('button', { name: t('save'), exact: true })).toHaveCount(0)
}

for (const language of languagesLookedAt)
  test(`a questionnaire is designed, published, changed while a client fills it in, answered in both versions and exported, in ${language}`, async ({
    page,
    browser,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const t = teller.words(designWords)
    const { caseId } = await aMotherAssessed(page)
    const title = `READING ${Date.now()}`
    await page.goto('/questionnaires')
    await whole(teller, `${language}-list`)
    await teller.press(t('add'))
    await teller.fill(t('titleLabel'), title)
    const first = await addQuestion(teller, 'COMES', 'select-one')
    for (const [at, choice] of ['YES', 'NO'].entries()) {
      await teller.press(t('addChoice'), first)
      await first.getByLabel(t('choice'), { exact: true }).nth(at).fill(choice)
    }
    const second = await addQuestion(teller, 'VISITS', 'integer')
    await teller.tick(t('required'), second)
    await teller.choose(t('ifQuestion'), 'COMES', second)
    await teller.choose(t('value'), 'YES', second)
    await whole(teller, `${language}-design`)
    await tried(teller)
    await teller.press(t('publish', { number: 1 }))
    const state = page.locator('.page-lead')
    await expect(state.getByText(t('version', { number: 1 }))).toBeVisible()
    const place = page.url()
    await answer(teller, caseId, title, { comes: 'YES', visits: '4' })
    await teller.choose(teller.words(answeringWords)('which'), title)
    const link = await makeLink(teller, languageNames[language], `${language}-questionnaire`)
    const elsewhere = await browser.newContext({ locale: language, viewport: phone })
    const them = tellerAt(await elsewhere.newPage(), language)
    await openAt(them, link)
    await them.choose('COMES', 'YES')
    await whole(them, `${language}-on-the-phone`)
    await them.page.setViewportSize(phone)

    await page.goto(place)
    await teller.choose(t('part'), t('design'))
    await page.locator('.design-open').first().click()
    const changed = page.locator('.design-form')
    await teller.press(t('addChoice'), changed)
    await changed.getByLabel(t('choice'), { exact: true }).nth(2).fill('SELDOM')
    await teller.press(t('publish', { number: 2 }))
    await expect(state.getByText(t('version', { number: 2 }))).toBeVisible()
    await answer(teller, caseId, title, { comes: 'SELDOM' })
    // The client has the first version open all the while, and is heard by it.
    const p = them.words(linkedPaperWords)
    await expect(them.page.getByLabel('SELDOM')).toHaveCount(0)
    await them.press(p('send'))
    await them.sees(them.words(answeringWords)('required'))
    await expect(them.page.getByLabel('VISITS')).toBeFocused()
    await whole(them, `${language}-on-the-phone-wrong`)
    await them.page.setViewportSize(phone)
    await them.fill('VISITS', '2')
    await them.press(p('send'))
    await them.sees(p('thanksLead'))
    await elsewhere.close()
    const q = teller.words(answeringWords)
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(q('version', { number: 1 }))).toHaveCount(2, { timeout: 3_000 })
    }).toPass()
    await whole(teller, `${language}-answered`)

    await page.goto(place)
    const r = teller.words(resultWords)
    await teller.choose(t('part'), t('results'))
    await teller.choose(r('by'), 'COMES')
    await teller.sees(r('crossed', { label: 'VISITS', by: 'COMES' }))
    await whole(teller, `${language}-results`)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: teller.words(exportWords)('csv') }).click()
    const download = await saving
    const table = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8')
    expect(table.split('\r\n')).toHaveLength(5)
    for (const cell of ['"q1: COMES"', '"1","YES","4"', '"1","YES","2"', '"3","SELDOM",""'])
      expect(table).toContain(cell)
  })

const asked = (name: string, but: object = {}) => ({
  kind: 'question',
  type: 'integer',
  name: name.toLowerCase(),
  label: { default: name },
  ...but,
})

/** A questionnaire with a condition, a calculation and rounds, made by a program; its title. */
async function aHousehold({ request }: Page) {
  const title = `HOUSEHOLD ${Date.now()}`
  const id = randomUUID()
  const children = "${alone} = 'no'"
  const nodes = [
    asked('ALONE', { type: 'select-one', list: 'yes_no', required: true }),
    asked('ROOMS', { required: true, constraint: '. < 20', constraintMessage: { default: 'FEWER' } }),
    asked('AREA', { calculation: '${rooms} * 12' }),
    asked('WHY', { type: 'text', relevant: children, rows: 2 }),
    {
      kind: 'repeat',
      name: 'child',
      label: { default: 'CHILD' },
      relevant: children,
      nodes: [asked('NAME', { type: 'text', required: true }), asked('AGE', { constraint: '. < 18' })],
    },
  ]
  const choices = ['yes', 'no'].map((name) => ({ name, label: { default: name.toUpperCase() } }))
  const sheet = {
    title,
    languages: ['default'],
    defaultLanguage: 'default',
    lists: { yes_no: choices },
    nodes,
  }
  const headers = { 'x-requested-with': 'alongside' }
  const added = await request.post('/api/questionnaires', { data: { id, sheet }, headers })
  expect(added.status(), await added.text()).toBe(201)
  const place = `/api/questionnaires/${id}/publication`
  const published = await request.put(place, { data: {}, headers: { ...headers, 'if-match': '"1"' } })
  expect(published.status(), await published.text()).toBeLessThan(300)
  return title
}

for (const language of languagesLookedAt)
  test(`whoever fills in a questionnaire is led to what is wrong, loses nothing and keeps the rounds apart, in ${language}`, async ({
    page,
  }) => {
    const teller = await signIn(page, 'chen.siyuan', language)
    const { caseId } = await aMotherAssessed(page)
    const title = await aHousehold(page)
    const t = teller.words(answeringWords)
    const begin = async () => {
      await page.goto(`/cases/${caseId}/questionnaires`)
      await teller.choose(t('which'), title)
      await teller.press(t('begin'))
    }
    const wrong = page.getByRole('list', { name: t('wrongList') })
    const names = page.getByLabel(/^NAME/u)
    await begin()
    await whole(teller, `${language}-to-fill-in`)

    // By the keys alone: the first that is wrong is gone to, and each of the others from the list.
    await page.getByRole('button', { name: t('save') }).press('Enter')
    await expect(page.getByLabel('YES', { exact: true })).toBeFocused()
    await teller.sees(t('wrongCount', { count: 2 }))
    await expect(wrong.getByRole('listitem')).toHaveText([/^ALONE/u, /^ROOMS/u])
    await page.keyboard.press('ArrowDown')
    await expect(page.getByLabel('NO', { exact: true })).toBeChecked()
    // One answer makes others asked: what is wrong is said anew everywhere.
    await expect(wrong.getByRole('listitem')).toHaveText([/^ROOMS/u, /NAME/u])
    await wrong.getByRole('button', { name: 'ROOMS' }).press('Enter')
    await expect(page.getByLabel(/^ROOMS/u)).toBeFocused()
    await page.keyboard.type('30')
    await expect(page.getByText('AREA: 360')).toBeVisible()
    await expect(wrong.getByRole('listitem').first()).toContainText('FEWER')
    await whole(teller, `${language}-wrong`)
    await teller.fill('ROOMS', '3')
    await expect(page.getByText('AREA: 36', { exact: true })).toBeVisible()

    // Rounds: a new one is gone to; one that is taken away takes nothing of the others, and nothing of it comes back.
    await names.first().fill('Bo')
    await page.getByLabel(/^AGE/u).first().fill('7')
    await teller.press(t('addRound', { title: 'CHILD' }))
    await expect(names.nth(1)).toBeFocused()
    await page.keyboard.type('Cy')
    await begin()
    await teller.sees(teller.words(conflictWords)('restored'))
    await expect(names.nth(1)).toHaveValue('Cy')
    await teller.press(t('removeRound', { number: 1 }))
    await expect(names).toHaveCount(1)
    await expect(names.first()).toHaveValue('Cy')
    await expect(page.getByLabel(/^AGE/u)).toHaveValue('')
    await teller.press(t('addRound', { title: 'CHILD' }))
    await expect(names.nth(1)).toHaveValue('')
    await names.nth(1).fill('Di')

    // What does not apply is put aside, not thrown away: it stands there again when it applies again.
    await teller.choose('ALONE', 'YES')
    await expect(names).toHaveCount(0)
    await teller.choose('ALONE', 'NO')
    await expect(names.nth(1)).toHaveValue('Di')
    await teller.press(t('save'))
    await expect(page.getByRole('button', { name: t('save'), exact: true })).toHaveCount(0)
    await page
      .getByRole('button', { name: t('show') })
      .first()
      .click()
    for (const kept of ['Cy', 'Di', '36'])
      await expect(page.getByText(kept, { exact: true }).first()).toBeVisible()
    await begin()
    await expect(page.getByLabel(/^ROOMS/u)).toHaveValue('')
  })
