import { expect, type Browser, type Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { z } from 'zod'
import type { Language } from '#contract/language.ts'
import { accessWords } from '#web/access/access.words.ts'
import { accountWords } from '#web/access/account.words.ts'
import { doorWords } from '#web/access/door.words.ts'
import { signIn, type Teller, tellerAt } from './teller.ts'

const ours = { 'x-requested-with': 'alongside' }
const firstPassword = 'first words at the night desk'
const ownPassword = 'a lantern at the night desk'

/** The administrator engages somebody for the night. Their address for signing in. */
export async function engageForTheNight(browser: Browser, administrator: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, administrator, 'en')
  const id = crypto.randomUUID()
  const email = `${id}@alongside.example`
  const data = { id, email, name: '夜班 Ночная Night', role: 'worker', level: 3, supervisorId: null }
  const added = await page.request.post('/api/workers', {
    headers: ours,
    data: { ...data, language: 'en', password: firstPassword },
  })
  expect(added.status()).toBe(201)
  await context.close()
  return email
}

/** Comes in for the first time: a password of their own, and an authenticator app. Answers the app. */
export async function beginTheNight(page: Page, language: Language, email: string) {
  const teller = tellerAt(page, language)
  const access = teller.words(accessWords)
  const door = teller.words(doorWords)
  await page.goto('/')
  await page.locator('.shell-language').selectOption(language)
  await teller.fill(access('email'), email)
  await page.locator('input[autocomplete="current-password"]').fill(firstPassword)
  await teller.press(access('signIn'))
  await page.locator('input[autocomplete="new-password"]').fill(ownPassword)
  await page.locator('main button[type="submit"]').click()
  await expect(page.locator('.shell-nav')).toBeVisible()
  await page.goto('/account')
  await teller.press(teller.words(accountWords)('setUp'))
  const secret = await page.locator('.secret-text').innerText()
  const app = URI.parse(`otpauth://totp/Alongside?secret=${secret.replaceAll(' ', '')}&issuer=Alongside`)
  if (!(app instanceof TOTP)) throw new Error('This is no time-based factor.')
  await page.locator('input[autocomplete="one-time-code"]').fill(app.generate())
  await teller.press(door('confirm'))
  await teller.press(door('kept'))
  return { teller, app }
}

const Cases = z.object({
  rows: z.array(z.object({ id: z.string(), number: z.string(), clientName: z.string() })),
})

/** An open case of this worker, as they see it themselves. */
export async function aCaseOf({ page }: Teller) {
  const { rows } = Cases.parse(await (await page.request.get('/api/cases?show=mine')).json())
  const [first] = rows
  if (!first) throw new Error('This worker has no open case.')
  return first
}
