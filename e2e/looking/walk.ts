import { expect, type Page } from '@playwright/test'
import type { Address } from './addresses.ts'
import { axeLooksAt, barriersOn, complaintsOf, faultsOf } from './faults.ts'
import { long } from './languages.ts'

/** A wide screen and a phone. */
export const widths = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const

/** Waits until the page is drawn and nothing on it is still being fetched. */
export async function arrive(page: Page, address: string) {
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.locator('main h1').first(), address).toBeVisible()
  await expect(page.locator('main .loading'), address).toHaveCount(0)
}

/** Where nothing stands: whatever comes after it is drawn anew. */
const nowhere = '/no-such-page'

/** Goes to an address as a link does: the program stays loaded, which costs a quarter of loading it. Only for who is signed in. */
export async function follow(page: Page, address: string) {
  for (const to of [nowhere, address]) {
    await page.evaluate((path) => {
      document.querySelector('main h1')?.setAttribute('data-left', '')
      history.pushState(null, '', path)
    }, to)
    await expect(page.locator('main h1:not([data-left])').first(), address).toBeVisible()
  }
  await expect(page.locator('main .loading'), address).toHaveCount(0)
}

/** Which pages are loaded anew when one walks: with `E2E=long` all, else only where a walk begins. */
const onlyTheFirst = () => long

/**
 * Looks at each address on a wide screen and on a phone, and once per page with the eyes of axe (see `axeLooksAt`). The first
 * address is loaded, as from a bookmark, and the first record of each page for which `isLoaded`; the others are come to by a link.
 * @returns one line for everything found, naming where
 */
export async function walk(
  page: Page,
  addresses: readonly Address[],
  isLoaded: (path: string) => boolean = onlyTheFirst,
): Promise<string[]> {
  const complaints = complaintsOf(page)
  const examined = new Set<string>()
  const found: string[] = []
  for (const { path, address } of addresses) {
    await page.setViewportSize(widths[0])
    const isAnew = examined.size === 0 || address === nowhere || (!examined.has(path) && isLoaded(path))
    await (isAnew ? arrive : follow)(page, address)
    const eyes = await axeLooksAt(page)
    for (const size of eyes === 'wide' ? widths.toReversed() : widths) {
      await page.setViewportSize(size)
      found.push(...(await faultsOf(page)).map((fault) => `${address} at ${size.width}: ${fault}`))
    }
    const barriers = eyes === null || examined.has(path) ? [] : await barriersOn(page)
    examined.add(path)
    found.push(...[...barriers, ...complaints.splice(0)].map((fault) => `${address}: ${fault}`))
  }
  return found
}
