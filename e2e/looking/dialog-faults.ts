import { expect, type Locator, type Page } from '@playwright/test'
import type { Teller } from '../telling/teller.ts'
import type { DialogOpening } from './dialogs.ts'
import { violationsIn } from './axe.ts'
import { axeLooksAt, wordFaultsIn } from './faults.ts'

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const

/** What is wrong with where the dialog stands and how it is drawn. */
async function frameFaults(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const all = [...box.querySelectorAll<HTMLElement>('*')].filter((one) => one.checkVisibility())
    const cut = all.filter(
      (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible',
    )
    const outside = all.filter((one) => {
      const { left: from, right: to, width } = one.getBoundingClientRect()
      return width > 1 && (from < left - 1 || to > right + 1)
    })
    return [
      ...(left < 0 || right > innerWidth ? ['wider than the screen'] : []),
      ...(top < 0 || bottom > innerHeight ? ['taller than the screen'] : []),
      ...(box.scrollWidth > box.clientWidth ? ['to be moved sideways'] : []),
      ...[...cut, ...outside].map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`),
    ]
  })
}

/** Whatever can be pressed in it can be brought into sight, and is large enough for a thumb. */
async function buttonFaults(dialog: Locator): Promise<string[]> {
  return dialog.evaluate((box) =>
    [...box.querySelectorAll('button')].flatMap((button) => {
      button.scrollIntoView({ block: 'nearest' })
      const { top, bottom, height } = button.getBoundingClientRect()
      const frame = box.getBoundingClientRect()
      const isSeen = top >= frame.top - 1 && bottom <= frame.bottom + 1 && height >= 24
      return isSeen ? [] : [`out of reach: ${button.outerHTML.slice(0, 120)}`]
    }),
  )
}

/** The focus goes once around in the dialog and never behind it. */
async function trapFaults(page: Page, dialog: Locator): Promise<string[]> {
  const stops = await dialog.evaluate((box) => {
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Node && !box.contains(target)) box.dataset['left'] = 'yes'
    })
    return box.querySelectorAll('a, button, input, select, textarea, summary').length
  })
  for (let presses = 0; presses < stops + 2; presses += 1) await page.keyboard.press('Tab')
  return dialog.evaluate((box) => (box.dataset['left'] ? ['the focus goes behind it'] : []))
}

async function barriersIn(page: Page): Promise<string[]> {
  const violations = await violationsIn(page, 'dialog[open]')
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** Opens it by the keyboard, and later by the pointer: right after an Escape the browser may swallow the next key. */
async function open(teller: Teller, opening: DialogOpening, by: 'key' | 'pointer'): Promise<Locator> {
  if (opening.open) await opening.open(teller)
  else if (by === 'key') await opening.opener(teller).press('Enter')
  else await opening.opener(teller).click()
  const dialog = teller.dialog()
  // What opens only after the server's answer may take its time on a busy machine.
  await expect(dialog, `${opening.source} does not open`).toBeVisible({ timeout: 20_000 })
  // What it fetches is part of it.
  await expect(dialog.locator('.loading')).toHaveCount(0, { timeout: 20_000 })
  return dialog
}

/** Opens it on a phone and closes it by Escape, opens it on a wide screen and closes it by its cross. */
export async function faultsOfDialog(teller: Teller, opening: DialogOpening): Promise<string[]> {
  const { page } = teller
  const found: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    const dialog = await open(teller, opening, size === sizes[0] ? 'key' : 'pointer')
    const faults = [
      ...wordFaultsIn(await dialog.innerText()),
      ...(await frameFaults(dialog)),
      ...(await buttonFaults(dialog)),
    ]
    if (size === sizes[0]) {
      if (await axeLooksAt(page)) faults.push(...(await barriersIn(page)))
      faults.push(...(await trapFaults(page, dialog)))
      await page.keyboard.press('Escape')
    } else await dialog.locator('.dialog-head button').press('Enter')
    await expect(dialog, `${opening.source} does not close`).toBeHidden()
    const back = await opening.opener(teller).evaluate((element) => element === document.activeElement)
    if (!back) faults.push('the focus does not come back')
    found.push(...faults.map((fault) => `${opening.source} at ${size.width}: ${fault}`))
  }
  return found
}
