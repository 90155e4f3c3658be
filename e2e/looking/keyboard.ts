import { expect, type Locator, type Page } from '@playwright/test'
import { caseSource, contactChannel, helpSeekingType, sex, willingness } from '#contract/codes/index.ts'
import { demoPassword } from '#server/testing/demo-server.ts'
import { accessWords } from '#web/access/access.words.ts'
import { shellWords } from '#web/app/shell.words.ts'
import { wordsIn } from '#web/app/words.ts'
import { emergencyWords } from '#web/case/intake/inquiry/emergency.words.ts'
import { inquiryWords } from '#web/case/intake/inquiry/inquiry.words.ts'
import { personPickerWords } from '#web/people/person-picker.words.ts'

const enough = 150

/** Presses Tab until the focus is there, as somebody without a mouse does; fails when it never comes. */
async function tabTo(page: Page, place: Locator) {
  const focused = () => place.evaluate((element) => element === document.activeElement)
  for (let presses = 0; !(await focused()); presses += 1) {
    expect(presses, `Tab never reaches ${place}`).toBeLessThan(enough)
    await page.keyboard.press('Tab')
  }
}

/** Goes into a group of pills and moves along them by arrow keys, as radio buttons do. */
async function choose(page: Page, group: Locator, answer: string) {
  const pills = group.getByRole('radio')
  const focused = () => pills.evaluateAll((all) => all.some((one) => one === document.activeElement))
  for (let presses = 0; !(await focused()); presses += 1) {
    expect(presses, `Tab never reaches ${group}`).toBeLessThan(enough)
    await page.keyboard.press('Tab')
  }
  const wanted = group.getByRole('radio', { name: answer, exact: true })
  await page.keyboard.press('Space')
  for (let presses = 0; !(await wanted.isChecked()); presses += 1) {
    expect(presses, `No arrow leads to ${answer}`).toBeLessThan(enough)
    await page.keyboard.press('ArrowDown')
  }
}

async function type(page: Page, place: Locator, text: string) {
  await tabTo(page, place)
  await page.keyboard.type(text)
}

async function press(page: Page, place: Locator) {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

/** Signs in by keys alone; the product speaks the browser's language. */
export async function signInByKeys(page: Page, key: string) {
  const t = wordsIn(accessWords, 'en')
  await page.goto('/')
  await type(page, page.getByLabel(t('email')), `${key}@alongside.example`)
  await type(page, page.locator('input[autocomplete="current-password"]'), demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('.shell-nav')).toBeVisible()
}

/** Receives a call, records the client, decides that nobody is in danger, and registers. */
export async function registerByKeys(page: Page) {
  const t = wordsIn(inquiryWords, 'en')
  await press(
    page,
    page.locator('.shell-nav').getByRole('link', { name: wordsIn(shellWords, 'en')('receive') }),
  )
  await expect(page.getByRole('button', { name: contactChannel.label('phone', 'en') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await decideByKeys(page)
  await recordClientByKeys(page, page.getByRole('group', { name: t('clientId') }))
  // How information is used is told by one press, from wherever the cursor is.
  await page.keyboard.press('Alt+i')
  await type(page, page.getByRole('textbox', { name: t('trouble') }), 'She cannot pay the rent.')
  await type(page, page.getByRole('textbox', { name: t('situation') }), 'She lives with her daughter.')
  await choose(page, page.getByRole('group', { name: t('willingness') }), willingness.label(5, 'en'))
  await choose(page, page.getByRole('group', { name: t('source') }), caseSource.label('self', 'en'))
  await choose(
    page,
    page.getByRole('group', { name: t('helpType') }),
    helpSeekingType.label('own-initiative', 'en'),
  )
  await press(page, page.getByRole('button', { name: t('register'), exact: true }))
}

async function decideByKeys(page: Page) {
  const t = wordsIn(emergencyWords, 'en')
  await press(page, page.getByRole('button', { name: t('no'), exact: true }))
  const dialog = page.getByRole('dialog')
  await type(page, dialog.getByLabel(t('reasonNo')), 'She is at her sister’s and calm.')
  await press(page, dialog.getByRole('button', { name: t('keepNo'), exact: true }))
  await expect(page.getByText(t('decidedNo'))).toBeVisible()
}

async function recordClientByKeys(page: Page, picker: Locator) {
  const t = wordsIn(personPickerWords, 'en')
  const name = `Mary ${Math.random().toString(36).slice(2, 8)}`
  await type(page, picker.getByLabel(t('search')), name)
  await press(page, picker.getByRole('button', { name: t('recordNew') }))
  await choose(page, picker.getByRole('group', { name: t('sex') }), sex.label('2', 'en'))
  await type(page, picker.getByLabel(t('birthDate')), '04181990')
  await press(page, picker.getByRole('button', { name: t('record'), exact: true }))
  await expect(picker.getByText(name)).toBeVisible()
}
