import { expect, test } from '@playwright/test'
import { addressesFor, type Address } from './looking/addresses.ts'
import { axeLooksAt, barriersOn, faultsOf } from './looking/faults.ts'
import { type PanelOpening, panelsOfWorkers } from './looking/panels.ts'
import { follow, walk, widths } from './looking/walk.ts'
import { signIn, type Teller } from './telling/teller.ts'
import { languagesLookedAt } from './looking/languages.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })
test.use({ trace: 'off' })

const yes = () => true
const no = () => false

/** Goes to the first page that has the panel: one look at each, and if that was too early, a longer one. */
async function openerOf(teller: Teller, panel: PanelOpening, addresses: readonly Address[]) {
  const { page } = teller
  const opener = page
    .locator('main')
    .getByRole('button', { name: panel.button(teller), exact: true })
    .first()
  for (const timeout of [100, 3_000])
    for (const { address } of addresses.filter(({ path }) => path === panel.path)) {
      await follow(page, address)
      if (await opener.waitFor({ timeout }).then(yes, no)) return opener
    }
  throw new Error(`Nothing in the demo opens the panel “${panel.name}”.`)
}

/** Opens the panel with Enter, and looks at it on a phone and on a wide screen. */
async function faultsOfPanel(teller: Teller, panel: PanelOpening, addresses: readonly Address[]) {
  const { page } = teller
  const opener = await openerOf(teller, panel, addresses)
  await opener.press('Enter')
  await expect(page.locator('main :is(input, select, textarea)').first()).toBeVisible()
  const found: string[] = []
  for (const size of widths) {
    await page.setViewportSize(size)
    const isForAxe = (await axeLooksAt(page)) === (size === widths[0] ? 'wide' : 'narrow')
    const faults = [...(await faultsOf(page)), ...(isForAxe ? await barriersOn(page) : [])]
    found.push(...faults.map((fault) => `${panel.name} at ${size.width}: ${fault}`))
  }
  return found
}

for (const language of languagesLookedAt) {
  test(`what opens inside a page is whole (${language})`, async ({ page }) => {
    const teller = await signIn(page, 'okafor', language)
    const addresses = await addressesFor(page.request, 'every-case')
    const found: string[] = []
    for (const panel of panelsOfWorkers) found.push(...(await faultsOfPanel(teller, panel, addresses)))
    expect(found).toEqual([])
  })

  test(`the decision on a closing is whole (${language})`, async ({ page }) => {
    await signIn(page, 'reid', language)
    const addresses = await addressesFor(page.request, 'every-case')
    expect(
      await walk(page, addresses.filter(({ path }) => path === '/cases/:caseId/closing').slice(0, 3)),
    ).toEqual([])
  })
}
