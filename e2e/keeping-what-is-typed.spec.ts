import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { contactChannel, need, servedLanguage } from '#contract/codes/index.ts'
import { emptyEntry, type EntrySheet } from '#contract/directory.ts'
import type { Language } from '#contract/language.ts'
import { demoPassword } from '#server/testing/demo-server.ts'
import { accessWords } from '#web/access/access.words.ts'
import { conflictWords } from '#web/app/conflict.words.ts'
import { shellWords } from '#web/app/shell.words.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { wordsIn } from '#web/app/words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { entrySheetWords } from '#web/directory/entry-sheet.words.ts'
import { peoplePageWords } from '#web/people/people-page.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { registerByKeys, signInByKeys } from './looking/keyboard.ts'
import { signIn, tellerAt, type Teller } from './telling/teller.ts'

test.use({ locale: 'en-GB' })

const nightShelter: EntrySheet = { ...emptyEntry, name: 'Night shelter', organizationName: 'Harbour' }

const words = wordsIn(inquiryWords, 'en')

/** Opens a new first contact by phone. */
async function newSheet(teller: Teller) {
  await teller.follow(teller.words(shellWords)('receive'))
  await teller.press(contactChannel.label('phone', teller.language))
  await expect(teller.page).toHaveURL(/\/inquiries\/[0-9a-f-]{36}$/u)
}

const trouble = (page: Page, language: Language = 'en') =>
  page.getByRole('textbox', { name: wordsIn(inquiryWords, language)('trouble') })

const saved = (page: Page) => expect(page.getByText(/^Saved \d/u)).toBeVisible()

test('changing the language in the middle of a sheet keeps what was typed', async ({ page }) => {
  await newSheet(await signIn(page, 'okafor', 'en'))
  await trouble(page).fill('He will not go to school.')
  for (const language of ['ru', 'zh-CN'] as const) {
    await page.locator('.shell-language').selectOption(language)
    await expect(trouble(page, language)).toHaveValue('He will not go to school.')
  }
})

test('what was typed while the server was away comes back after a reload, and is saved', async ({ page }) => {
  await newSheet(await signIn(page, 'okafor', 'en'))
  await page.route('**/api/inquiries/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await trouble(page).fill('She has nowhere to sleep tonight.')
  await expect(page.getByText(wordsIn(uiWords, 'en')('keptOnDevice'))).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(trouble(page)).toHaveValue('She has nowhere to sleep tonight.')
  await page.unroute('**/api/inquiries/*')
  await trouble(page).press('End')
  await trouble(page).pressSequentially(' Nor tomorrow.')
  await saved(page)
  const kept = await page.request.get(new URL(page.url()).pathname.replace('/', '/api/'))
  expect(await kept.text()).toContain('She has nowhere to sleep tonight. Nor tomorrow.')
})

/** Gives a password in the dialog over a page whose sign-in has ended. */
async function signInOverThePage(teller: Teller, key: string) {
  await teller.sees(teller.words(shellWords)('endedLead'))
  await teller.fill(teller.words(accessWords)('email'), `${key}@alongside.example`, teller.dialog())
  await teller.dialog().locator('input[autocomplete="current-password"]').fill(demoPassword)
  await teller.press(teller.words(accessWords)('signIn'), teller.dialog())
}

test('a sign-in that ends in the middle of a sheet takes nothing: whoever comes back goes on', async ({
  page,
}) => {
  const teller = await signIn(page, 'okafor', 'en')
  await newSheet(teller)
  await page.context().clearCookies()
  await trouble(page).fill('Nobody has seen her since Monday.')
  await signInOverThePage(teller, 'okafor')
  await expect(teller.dialog()).toHaveCount(0)
  await expect(trouble(page)).toHaveValue('Nobody has seen her since Monday.')
  await saved(page)
  await trouble(page).press('End')
  await trouble(page).pressSequentially(' She is seven.')
  await expect(trouble(page)).toHaveValue('Nobody has seen her since Monday. She is seven.')
  const sheet = async () => (await page.request.get(`/api${new URL(page.url()).pathname}`)).text()
  await expect.poll(sheet).toContain('since Monday. She is seven.')
})

test('somebody else who signs in over a page finds nothing of it, and writes nothing of what stood there', async ({
  page,
}) => {
  const teller = await signIn(page, 'okafor', 'en')
  await newSheet(teller)
  const { pathname } = new URL(page.url())
  await trouble(page).fill('Kept.')
  await saved(page)
  await page.context().clearCookies()
  await trouble(page).fill('Not yet kept.')
  await signInOverThePage(teller, 'orlova')
  await expect(page).toHaveURL(/\/$/u)
  await expect(page.locator('.shell-menu')).toContainText(/\S/u)
  await expect(page.getByText('Not yet kept.')).toHaveCount(0)
  expect((await page.request.get(`/api${pathname}`)).status()).toBe(404)
  // What was typed waits for its writer.
  await page.context().clearCookies()
  await signIn(page, 'okafor', 'en')
  await page.goto(pathname)
  await expect(trouble(page)).toHaveValue('Not yet kept.')
  await saved(page)
})

test('of two tabs with one new form, each keeps its own text, whatever the other sends', async ({
  page,
  context,
}) => {
  const teller = await signIn(page, 'okafor', 'en')
  const name = (of: Page) => of.getByRole('textbox', { name: wordsIn(entrySheetWords, 'en')('name') })
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto('/directory/new')
    await expect(name(tab)).toHaveValue('')
  }
  await name(page).fill('Night shelter')
  await name(other).fill('Day centre')
  for (const [tab, text] of [
    [page, 'Night shelter'],
    [other, 'Day centre'],
  ] as const) {
    await tab.reload()
    await expect(name(tab)).toHaveValue(text)
  }
  await tellerAt(other, 'en').press(teller.words(conflictWords)('beginAnew'))
  await expect(name(other)).toHaveValue('')
  await page.reload()
  await expect(name(page)).toHaveValue('Night shelter')
  await teller.press(teller.words(conflictWords)('beginAnew'))
  await expect(name(page)).toHaveValue('')
})

test('of two tabs, the later one sees both versions and chooses', async ({ page, context }) => {
  await newSheet(await signIn(page, 'okafor', 'en'))
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(trouble(other)).toBeVisible()
  await trouble(page).fill('The rent is two months late.')
  await saved(page)
  await trouble(other).fill('They will lose the flat.')
  await expect(other.getByText('The rent is two months late.')).toBeVisible()
  const choice = other.getByRole('group', { name: words('trouble') })
  await choice.getByLabel(new RegExp(`^${wordsIn(conflictWords, 'en')('mine')}`, 'u')).check({ force: true })
  await tellerAt(other, 'en').press(wordsIn(conflictWords, 'en')('keep'))
  await saved(other)
  await page.reload()
  await expect(trouble(page)).toHaveValue('They will lose the flat.')
})

test('a form that is sent whole keeps what was typed over a reload, until one begins again', async ({
  page,
}) => {
  const teller = await signIn(page, 'okafor', 'en')
  const name = page.getByRole('textbox', { name: wordsIn(entrySheetWords, 'en')('name') })
  await page.goto('/directory/new')
  await name.fill('Night shelter')
  await page.reload()
  await expect(name).toHaveValue('Night shelter')
  await teller.sees(wordsIn(conflictWords, 'en')('restored'))
  await teller.press(wordsIn(conflictWords, 'en')('beginAnew'))
  await expect(name).toHaveValue('')
  await page.reload()
  await expect(name).toHaveValue('')
})

test('a first contact is registered without a mouse', async ({ page }) => {
  await signInByKeys(page, 'okafor')
  await registerByKeys(page)
  await expect(page).toHaveURL(/preliminary-assessment$/u)
})

test('a new person comes back under what was looked for, but never their identity number', async ({
  page,
}) => {
  const teller = await signIn(page, 'okafor', 'en')
  const t = teller.words(personPickerWords)
  const begin = async () => {
    await page.goto('/people')
    await page.locator('main').getByRole('searchbox').fill('Nora Quill')
    await teller.press(teller.words(peoplePageWords)('record'))
  }
  await begin()
  await teller.fill(t('age'), '41')
  await teller.fill(t('idNumber'), '110101198001010015')
  await begin()
  await teller.sees(wordsIn(conflictWords, 'en')('restored'))
  await expect(page.getByRole('spinbutton', { name: t('age') })).toHaveValue('41')
  await expect(page.locator('main').getByLabel(t('idNumber'))).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('110101198001010015')
})

test('of two versions of a service, what was chosen is shown in words', async ({ page }) => {
  const teller = await signIn(page, 'okafor', 'en')
  const t = teller.words(entrySheetWords)
  const place = '/api/directory/entries'
  const headers = { 'x-requested-with': 'alongside' }
  const id = randomUUID()
  await page.request.post(place, { data: { id, ...nightShelter }, headers })
  await page.goto(`/directory/entries/${id}/change`)
  await expect(page.getByRole('textbox', { name: t('name') })).toHaveValue('Night shelter')
  const data = {
    ...nightShelter,
    needs: ['housing'],
    languages: ['ru'],
    districts: [{ code: '110101', name: 'East' }],
  }
  const changed = await page.request.put(`${place}/${id}`, {
    data,
    headers: { ...headers, 'if-match': '"1"' },
  })
  expect(changed.status(), await changed.text()).toBe(200)
  await teller.fill(t('name'), 'Night shelter by the quay')
  const conflict = page.locator('.conflict')
  await expect(conflict.filter({ hasText: need.label('housing', 'en') })).toHaveCount(1)
  await expect(conflict.filter({ hasText: servedLanguage.label('ru', 'en') })).toHaveCount(1)
  await expect(conflict.filter({ hasText: 'East (110101)' })).toHaveCount(1)
})
