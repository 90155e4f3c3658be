import { expect, test, type Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { demoPassword } from '#server/testing/demo-server.ts'
import { accessWords } from '#web/access/access.words.ts'
import { accountWords } from '#web/access/account.words.ts'
import { doorWords } from '#web/access/door.words.ts'
import { shellWords } from '#web/app/shell.words.ts'
import { type Teller, tellerAt } from './telling/teller.ts'
import { languagesLookedAt } from './looking/languages.ts'

// One after the other: whoever gets a second factor is signed out everywhere else, so no other story tells of this worker.
test.describe.configure({ mode: 'default', timeout: 180_000 })
const key = 'whitfield'

/** An authenticator app of our own. A code is used once, so it waits for the next one when it has to. */
function anApp(secret: string) {
  const totp = URI.parse(`otpauth://totp/Alongside?secret=${secret.replaceAll(' ', '')}&issuer=Alongside`)
  if (!(totp instanceof TOTP)) throw new Error('This is no time-based factor.')
  // A step ahead is still taken, and was surely not used before.
  return { now: () => totp.generate(), next: () => totp.generate({ timestamp: Date.now() + 30_000 }) }
}

async function givePassword(teller: Teller) {
  const t = teller.words(accessWords)
  await teller.page.goto('/')
  await teller.page.locator('.shell-language').selectOption(teller.language)
  await teller.fill(t('email'), `${key}@alongside.example`)
  await teller.page.locator('input[autocomplete="current-password"]').fill(demoPassword)
  await teller.press(t('signIn'))
}

const inside = (page: Page) => expect(page.locator('.shell-nav')).toBeVisible()

async function signOut(teller: Teller) {
  await teller.page.locator('.shell-menu > summary').click()
  await teller.press(teller.words(shellWords)('signOut'))
  await expect(teller.page.locator('input[autocomplete="current-password"]')).toBeVisible()
}

/** Sets an app up on “My sign-in”; answers the app and the recovery codes. */
async function setUpApp(teller: Teller) {
  const { page } = teller
  const t = teller.words(accountWords)
  const d = teller.words(doorWords)
  await page.goto('/account')
  await teller.press(t('setUp'))
  await expect(page.getByRole('img', { name: d('scanAlt') })).toBeVisible()
  const app = anApp(await page.locator('.secret-text').innerText())
  await page.locator('input[autocomplete="one-time-code"]').fill(app.now())
  await teller.press(d('confirm'))
  await expect(page.getByRole('heading', { name: d('codesTitle') })).toBeVisible()
  const codes = await page.locator('.recovery-codes li').allInnerTexts()
  expect(codes).toHaveLength(10)
  await teller.press(d('kept'))
  await expect(page.getByText(t('codesLeft', { count: 10 }))).toBeVisible()
  return { app, codes }
}

for (const language of languagesLookedAt)
  test(`a worker sets up a second step, signs in with it, and ends another sign-in (${language})`, async ({
    page,
    browser,
  }) => {
    const teller = tellerAt(page, language)
    const t = teller.words(accountWords)
    const d = teller.words(doorWords)
    await givePassword(teller)
    await inside(page)
    const { app, codes } = await setUpApp(teller)
    await signOut(teller)

    // The password alone is not enough any more; a wrong code is not either.
    await givePassword(teller)
    const code = page.locator('input[autocomplete="one-time-code"]')
    await expect(code).toBeFocused()
    await code.fill('000000')
    await teller.press(d('goOn'))
    await expect(page.locator('.notice')).toBeVisible()
    await code.fill(app.next())
    await teller.press(d('goOn'))
    await inside(page)

    // On a second device, with a recovery code.
    const device = await browser.newContext({ locale: language })
    const there = tellerAt(await device.newPage(), language)
    await givePassword(there)
    await there.press(d('useRecovery'))
    await there.fill(d('recoveryCode'), codes[0] ?? '')
    await there.press(d('goOn'))
    await inside(there.page)

    await page.goto('/account')
    await expect(page.getByText(t('codesLeft', { count: 9 }))).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(3)
    await teller.press(t('end'))
    await expect(page.getByText(t('onlyHere'))).toBeVisible()
    await there.page.goto('/account')
    await expect(there.page.locator('input[autocomplete="current-password"]')).toBeVisible()
    await device.close()

    // As it was before, so that the story may be told again.
    await teller.press(t('drop'))
    await teller.press(t('drop'), teller.dialog())
    await expect(page.getByRole('button', { name: t('setUp') })).toBeVisible()
  })
