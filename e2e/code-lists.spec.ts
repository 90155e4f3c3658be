import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { caseSource } from '#contract/codes/index.ts'
import { codeListsWords } from '#web/agencies/code-lists/code-lists.words.ts'
import { settingsWords } from '#web/agencies/settings/settings.words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { whole } from './looking/whole.ts'
import { aFirstContactOf, recordByProgram } from './telling/by-program.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ timeout: 120_000 })

const headers = { 'x-requested-with': 'alongside' }

/** A first contact of this person from this source, received by a program in this moment. */
async function received(page: Page, name: string, source: string) {
  const clientId = await recordByProgram(page, { id: randomUUID(), name, birthDate: '1990-05-01' })
  const id = randomUUID()
  const opened = await page.request.post('/api/inquiries', { data: { id, channel: 'letter' }, headers })
  expect(opened.status()).toBe(201)
  const unsaid = { helpType: null, willingness: null, trouble: 'A letter came.' }
  const data = aFirstContactOf(clientId, { channel: 'letter', source, ...unsaid })
  const saved = await page.request.put(`/api/inquiries/${id}`, {
    data,
    headers: { ...headers, 'if-match': '"1"' },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  return id
}

test('the administrator renames, hides and adds a code; a form offers it, and what was received before keeps its words', async ({
  browser,
  page,
}) => {
  const elsewhere = await browser.newContext({ timezoneId: 'Asia/Shanghai' })
  const worker = await signIn(await elsewhere.newPage(), 'okafor', 'en')
  await received(worker.page, 'Ivy Kemble', 'introduced')
  const administrator = await signIn(page, 'clarke', 'en')
  const t = administrator.words(settingsWords)
  const c = administrator.words(codeListsWords)
  await page.goto('/agency/settings/code-lists')
  await whole(administrator)
  await administrator.follow('Sources of cases')
  await page
    .getByRole('button', { name: t('change') })
    .first()
    .click()
  const rowOf = (word: string) =>
    page.locator('.row', { has: page.getByText(word, { exact: false }) }).first()
  const introduced = rowOf(caseSource.label('introduced', 'en'))
  await administrator.fill(`${c('word')} · ${t('en')}`, 'A neighbour told them', introduced)
  await administrator.tick(c('hide'), rowOf(caseSource.label('public-report', 'en')))
  await administrator.press(c('addOwn'))
  const added = page.locator('.row').last()
  await administrator.fill(`${c('word')} · ${t('en')}`, caseSource.label('outreach', 'en'), added)
  await administrator.press(t('save'))
  await expect(page.locator('.field-error').first()).toBeVisible()
  await whole(administrator)
  // What was typed is still there; only the word that another code has is written anew.
  await administrator.fill(`${c('word')} · ${t('en')}`, 'Food bank', added)
  await administrator.press(t('save'))
  await administrator.sees(t('saved'))

  const id = await received(worker.page, 'Ivo Larkin', 'self')
  await worker.page.goto(`/inquiries/${id}`)
  const i = worker.words(inquiryWords)
  await worker.choose(i('source'), 'Food bank')
  const offered = worker.page.getByRole('group', { name: i('source') })
  await expect(offered.getByLabel('A neighbour told them', { exact: true })).toHaveCount(1)
  await expect(offered.getByLabel(caseSource.label('public-report', 'en'), { exact: true })).toHaveCount(0)
  await expect(async () => {
    await worker.page.goto('/inquiries')
    await expect(worker.page.getByRole('row', { name: /Ivo Larkin/u })).toContainText('Food bank', {
      timeout: 2_000,
    })
  }).toPass()
  await expect(worker.page.getByRole('row', { name: /Ivy Kemble/u })).toContainText(
    caseSource.label('introduced', 'en'),
  )
  await elsewhere.close()
})
