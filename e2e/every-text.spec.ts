import { expect, test, type Page, type Route } from '@playwright/test'
import { addressesFor } from './looking/addresses.ts'
import { arrive, follow } from './looking/walk.ts'
import { signIn } from './telling/teller.ts'

test.use({ locale: 'en-GB' })

/** What a browser would run, or follow, if it were taken for markup; each short enough for every field. */
const live = [
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '<script>alert(1)</script>',
  "{{constructor.constructor('alert(1)')()}}",
  'javascript:alert(1)',
]
/** A word that nothing breaks: on a phone it must not make the page wider than the screen. */
const endless = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)
const isWritten = /[\p{Script=Han}\s]/u
const isPicture = /^<svg[\s>]/u

/** The same answer, with something live, and endless, in each text that a person may have written. */
function enlivened(value: unknown, turn = { of: 0 }): unknown {
  if (typeof value === 'string')
    return isWritten.test(value) && !isPicture.test(value)
      ? `${live[turn.of++ % live.length]} ${endless}`
      : value
  if (Array.isArray(value)) return value.map((inner) => enlivened(inner, turn))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, enlivened(inner, turn)]))
}

async function answerEnlivened(route: Route) {
  const response = await route.fetch()
  const isJson = response.headers()['content-type']?.includes('json') ?? false
  await route.fulfill(isJson ? { response, json: enlivened(await response.json()) } : { response })
}

/** What ran, what the content policy had to stop, and what stands in the page that only markup makes. */
function livingOn(page: Page) {
  const found: string[] = []
  page.on('dialog', (dialog) => {
    found.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/iu.test(message.text())) found.push(message.text())
  })
  const made = 'img[src="x"], [onload], [onerror], main script, a[href^="javascript:" i]'
  return async (address: string) => {
    const elements = await page
      .locator(made)
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)))
    return [...found.splice(0), ...elements].map((one) => `${address}: ${one}`)
  }
}

test('on every screen, and as it is printed, whatever stands in any field is text, does nothing and fits a phone', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'chen.siyuan', 'zh-CN')
  const every = await addressesFor(page.request)
  const addresses = [...new Map(every.map((one) => [one.path, one])).values()]
  expect(addresses.length).toBeGreaterThan(40)
  await page.route('**/api/**', answerEnlivened)
  const living = livingOn(page)
  const found: string[] = []
  let shown = 0
  await arrive(page, '/')
  for (const { address } of addresses) {
    await follow(page, address)
    shown += (await page.locator('main').textContent())?.includes('alert(1)') ? 1 : 0
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (tooWide > 0) found.push(`${address} is ${tooWide} pixels too wide`)
    for (const media of ['print', 'screen'] as const) {
      await page.emulateMedia({ media })
      found.push(...(await living(`${address} on ${media}`)))
    }
  }
  await page.unrouteAll({ behavior: 'wait' })
  expect(found).toEqual([])
  expect(shown).toBeGreaterThan(addresses.length / 2)
})
