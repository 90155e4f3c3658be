import { expect, test, type Page, type Request } from '@playwright/test'
import { noPageWords } from '#web/app/no-pages.words.ts'
import { signIn } from './telling/teller.ts'

const viewport = { width: 412, height: 823 }
test.use({ viewport })

/** A visit that begins with an address: what was asked of the server, and how far the page moved while it came. */
async function visit(page: Page, address: string) {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const sent: Promise<number>[] = []
  page.on('requestfinished', (request) => sent.push(sizeOf(request)))
  await page.addInitScript(() => {
    const moved = { by: 0 }
    Object.assign(globalThis, { moved })
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) if ('value' in shift) moved.by += Number(shift.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  const moved: number = await page.evaluate('moved.by')
  const answers = asked.filter((path) => path.startsWith('/api/'))
  const bytes = (await Promise.all(sent)).reduce((sum, one) => sum + one, 0)
  return { moved, files: asked.filter((path) => path.startsWith('/assets/')).length, answers, bytes }
}

/** Head and body, as they came over the line. */
async function sizeOf(request: Request) {
  const { responseHeadersSize, responseBodySize } = await request.sizes()
  return responseHeadersSize + responseBodySize
}

/** What a first visit may weigh in all, in kilobytes: Today, and a case, which has more to tell (aim: 220). */
const most = [212, 232]

test('a first page comes in few files, asks for nothing twice and does not move', async ({
  page,
  browser,
}) => {
  await signIn(page, 'chen.siyuan', 'en')
  const cases: { rows: { id: string }[] } = await (await page.request.get('/api/cases?limit=1')).json()
  const storageState = await page.context().storageState()
  for (const [at, address] of ['/', `/cases/${cases.rows[0]?.id}`].entries()) {
    // A browser of its own for each: nothing of the program is there yet.
    const context = await browser.newContext({ storageState, viewport })
    const { moved, files, answers, bytes } = await visit(await context.newPage(), address)
    await context.close()
    // What is always asked anew is asked twice where the rest came late.
    const once = answers.filter((path) => !/^\/api\/(?:today|cases\/[^/]+)$/u.test(path))
    expect(moved, address).toBeLessThan(0.01)
    expect(files, address).toBeLessThan(26)
    expect(bytes / 1024, address).toBeLessThan(most[at] ?? 0)
    expect(answers.length, address).toBeGreaterThan(3)
    expect(once, address).toEqual([...new Set(once)])
  }
})

test('whoever waits for the program sees whose page it is, and is told where it does not come or may not run', async ({
  page,
  browser,
}) => {
  const program = '**/assets/beginning-*.js'
  await page.route(program, () => undefined)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByRole('banner')).toHaveText('Alongside · 同行 · Рядом')
  await expect(page.locator('.loading > span').first()).toHaveCSS('height', '18px')
  await page.unroute(program)
  await page.route(program, (route) => route.abort())
  await page.reload()
  for (const sentence of [/did not come over the line/u, /没有加载出来/u, /не загрузился/u])
    await expect(page.getByRole('main').getByText(sentence)).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  await page.unroute(program)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Alongside · 同行 · Рядом')).toHaveCount(0)

  const context = await browser.newContext({ javaScriptEnabled: false, viewport })
  const silent = await context.newPage()
  await silent.goto('/')
  for (const sentence of [/runs only with JavaScript/u, /需要 JavaScript/u, /только с JavaScript/u])
    await expect(silent.getByText(sentence)).toBeVisible()
  await expect(silent.locator('.loading').first()).toBeHidden()
  await context.close()
})

test('whoever stands at the door loads the door', async ({ page }) => {
  const { bytes, files } = await visit(page, '/')
  expect(bytes).toBeLessThan(162 * 1024)
  expect(files).toBeLessThan(14)
})

test('a page that was read on a wide screen fits a narrow one, as when a tablet is turned', async ({
  page,
}) => {
  await signIn(page, 'chen.siyuan', 'en')
  const cases: { rows: { id: string }[] } = await (await page.request.get('/api/cases?limit=1')).json()
  for (const address of ['/', `/cases/${cases.rows[0]?.id}`]) {
    await page.setViewportSize({ width: 1280, height: 6000 })
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.locator('.laid-out-when-near > li').first()).toBeVisible()
    // Now most rows lie far below, and are left as they were.
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 200 })
      await page.waitForTimeout(300)
    }
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(tooWide), address).toBe(0)
  }
})

test('a page whose look did not come over a bad line is tried again, and has its look', async ({ page }) => {
  const { press, words, sees } = await signIn(page, 'chen.siyuan', 'en')
  const look = '**/assets/directory-*.css'
  await page.route(look, (route) => route.abort())
  await page.evaluate(() => history.pushState(null, '', '/directory'))
  await sees(words(noPageWords)('fault'))
  await page.unroute(look)
  await press(words(noPageWords)('retry'))
  await expect(page.locator('main .loading')).toHaveCount(0)
  await expect(page.getByRole('button', { name: words(noPageWords)('retry') })).toHaveCount(0)
  const hasLook = () =>
    page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('/directory-')))
  await expect.poll(hasLook).toBe(true)
})
