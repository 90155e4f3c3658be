import { expect, test, type Page } from '@playwright/test'
import { contactChannel, sex } from '#contract/codes/index.ts'
import { uiWords } from '#web/app/ui.words.ts'
import { wordsIn } from '#web/app/words.ts'
import { peoplePageWords } from '#web/people/people-page.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'
import { faultsOf } from './looking/faults.ts'
import { signIn } from './telling/teller.ts'

const picker = wordsIn(personPickerWords, 'en')

/** What the page sends to be written, as `POST /people`. */
function writesOf(page: Page) {
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return writes
}

test('a double click writes once, and a very long name stays on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const teller = await signIn(page, 'okafor', 'en')
  await page.goto('/people')
  await teller.press(wordsIn(peoplePageWords, 'en')('record'))
  const name = `Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft ${Math.random()}`
  await teller.fill(picker('name'), name)
  await teller.choose(picker('sex'), sex.label('2', 'en'))
  const writes = writesOf(page)
  await page.getByRole('button', { name: picker('record'), exact: true }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(writes).toEqual(['POST /api/people/duplicate-checks', 'POST /api/people'])
  expect(await faultsOf(page)).toEqual([])
  await expect(page.locator('.page-next')).toBeHidden()

  await page.goto('/inquiries/new')
  writes.splice(0)
  await page.getByRole('button', { name: contactChannel.label('phone', 'en'), exact: true }).dblclick()
  await expect(page).toHaveURL(/\/inquiries\/[0-9a-f-]{36}$/u)
  expect(writes).toEqual(['POST /api/inquiries'])
})

test('a day that does not exist is not lost in silence', async ({ page }) => {
  const teller = await signIn(page, 'okafor', 'en')
  await page.goto('/people')
  await teller.press(wordsIn(peoplePageWords, 'en')('record'))
  const birth = page.getByLabel(picker('birthDate'))
  await birth.focus()
  await page.keyboard.type('02312020')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByText(wordsIn(uiWords, 'en')('noSuchDate'))).toBeVisible()
})
