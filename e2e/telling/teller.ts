import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from '#contract/language.ts'
import { demoPassword } from '#server/testing/demo-server.ts'
import { type Entries, type Words, wordsIn } from '#web/app/words.ts'

/** Ticks by the keyboard, as everybody must be able to: whatever lies over the box on a small screen. */
async function tick(box: Locator) {
  await box.focus()
  if (!(await box.isChecked())) await box.press(' ')
  await expect(box).toBeChecked()
}

/** Labels may carry a mark for “required” after them, and are the same for a person and for us. */
const starting = (label: string) =>
  new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?:\\s*·|\\s*$)`, 'u')

/**
 * A person at the screen who reads it in one language: presses buttons, fills fields and ticks boxes by the very words
 * that stand there, so that a story can be told in each language by one script.
 */
export function tellerAt(page: Page, language: Language) {
  const within = (place?: Locator) => place ?? page.locator('body')
  return {
    page,
    language,
    /** The words of one part of the product, as this person reads them. */
    words: <Zh extends Entries>(words: Words<Zh>) => wordsIn(words, language),
    fill: (label: string, text: string, place?: Locator) =>
      within(place).getByLabel(starting(label)).first().fill(text),
    /** Chooses an answer from pills or a list. */
    async choose(question: string, answer: string, place?: Locator) {
      const group = within(place)
        .getByRole('group', { name: starting(question) })
        .first()
      const list = within(place)
        .getByRole('combobox', { name: starting(question) })
        .first()
      await expect(group.or(list).first()).toBeVisible()
      if (await list.isVisible()) await list.selectOption({ label: answer })
      else await tick(group.getByLabel(answer, { exact: true }))
    },
    async tickAll(question: string, place?: Locator) {
      const boxes = within(place)
        .getByRole('group', { name: starting(question) })
        .first()
        .getByRole('checkbox')
      for (const box of await boxes.all()) await tick(box)
    },
    tick: (label: string, place?: Locator) => tick(within(place).getByLabel(label, { exact: true }).first()),
    tickBox: tick,
    press: (name: string, place?: Locator) =>
      within(place).getByRole('button', { name, exact: true }).first().click(),
    follow: (name: string, place?: Locator) =>
      within(place).getByRole('link', { name, exact: true }).first().click(),
    dialog: () => page.getByRole('dialog'),
    sees: (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible(),
  }
}

export type Teller = ReturnType<typeof tellerAt>

/**
 * A demo worker who is signed in, in a language of their choosing. The door itself has its own stories (second-step, the keys
 * alone, in an emergency at night); here the browser signs in by its program.
 */
export async function signIn(page: Page, key: string, language: Language): Promise<Teller> {
  const data = { email: `${key}@alongside.example`, password: demoPassword, as: 'browser' }
  const knock = () => page.request.post('/api/sign-ins', { data })
  let answer = await knock()
  // So many stories that begin at once come from one address, and the door lets in thirty a minute.
  if (answer.status() === 429) {
    await page.waitForTimeout(Number(answer.headers()['retry-after'] ?? 60) * 1_000)
    answer = await knock()
  }
  expect(answer.status(), await answer.text()).toBe(201)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.locator('.shell-nav')).toBeVisible()
  await page.locator('.shell-language').selectOption(language)
  return tellerAt(page, language)
}
