import { randomUUID } from 'node:crypto'
import { expect, type Locator, test } from '@playwright/test'
import type { FamilyRelation } from '#contract/codes/index.ts'
import { conflictWords } from '#web/app/conflict.words.ts'
import { familyFormWords } from '#web/drawings/family-form.words.ts'
import { anEcomap } from '#server/drawings/drawings.factory.ts'
import { ecomapPageWords } from '#web/drawings/ecomap-page.words.ts'
import { genogramPageWords } from '#web/drawings/genogram-page.words.ts'
import { personWords } from '#web/people/person.words.ts'
import { barriersOn, faultsOf } from './looking/faults.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { widths } from './looking/walk.ts'
import { recordByProgram } from './telling/by-program.ts'
import { threeGenerations, writeFamily } from './telling/family.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const worker = { 'zh-CN': 'chen.siyuan', en: 'okafor', ru: 'orlova' } as const

const family: readonly (readonly [kind: FamilyRelation, name: string, sex: string, birthDate: string])[] = [
  ['father', '周建军', '1', '1975-03-02'],
  ['mother', 'Анна Сергеевна Преображенская', '2', '1978-07-11'],
  ['paternal-grandfather', '周德福', '1', '1948-01-01'],
  ['teacher', 'Ольга Петровна', '2', '1980-01-01'],
]

/** A relative is refused while the next one is being typed: neither is lost, and the first goes back into the form. */
async function refusedMeanwhile({ page, words }: Teller, adding: Locator) {
  const f = words(familyFormWords)
  const say = words(conflictWords)
  const name = adding.getByLabel(f('name'), { exact: true })
  let answer = () => {}
  const answers = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/people/*/family', async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    await answers
    return route.fulfill({ status: 422, json: { code: 'invalid-input', fields: [] } })
  })
  // Twice the same: two that wait, each with a button of its own.
  for (const one of ['周德禄', '周德禄']) {
    await name.fill(one)
    await page.keyboard.press('Enter')
    await expect(name).toHaveValue('')
  }
  await name.fill('周德喜')
  answer()
  const takeUp = adding.getByRole('button', { name: say('takeUp') })
  await expect(takeUp).toHaveCount(2)
  await expect(name).toHaveValue('周德喜')
  await takeUp.first().focus()
  await page.keyboard.press('Enter')
  await expect(name).toHaveValue('周德禄')
  await expect(name).toBeFocused()
  await expect(adding.getByRole('status').filter({ hasText: say('changedPlaces') })).toBeVisible()
  await expect(adding.getByText('周德喜')).toBeVisible()
  await page.unroute('**/api/people/*/family')
  for (const one of ['周德禄', '周德喜']) {
    await name.fill('')
    await takeUp.first().click()
    await expect(name).toHaveValue(one)
    await expect(adding.getByText(say('takenUp'), { exact: true })).toBeVisible()
  }
  await expect(takeUp).toHaveCount(0)
  await name.fill('')
}

/** Both pictures that are saved are what their names say, and show the family. */
async function savedPictures({ page, words }: Teller) {
  const t = words(genogramPageWords)
  const saved = async (button: 'saveSvg' | 'savePng') => {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: t(button) }).click()
    const download = await saving
    const bytes = Buffer.concat(await (await download.createReadStream()).toArray())
    return { name: download.suggestedFilename(), bytes }
  }
  const svg = await saved('saveSvg')
  expect(svg.name).toMatch(/\.svg$/u)
  const text = svg.bytes.toString('utf8')
  expect(text).toMatch(/^<svg .*<\/svg>\s*$/su)
  expect(text.match(/data-person="/gu)).toHaveLength(8)
  const png = await saved('savePng')
  expect(png.name).toMatch(/\.png$/u)
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Twice as fine as the picture is wide.
  const wide = Number(/ width="([\d.]+)"/u.exec(text)?.[1])
  expect(png.bytes.readUInt32BE(16)).toBe(Math.ceil(wide * 2))
}

/** Two ecomaps of a case stand beside each other, with what each comes to in numbers. */
async function ecomapsBeside({ page, words }: Teller) {
  const t = words(ecomapPageWords)
  const found = await page.request.get('/api/cases?show=mine&state=open&limit=1')
  const { rows } = (await found.json()) as { rows: readonly { id: string }[] }
  const path = `/api/cases/${rows[0]?.id}/ecomaps`
  const { version } = (await (await page.request.get(path)).json()) as { version: number }
  const [before, after] = [anEcomap({ day: '2026-01-05' }), anEcomap({ day: '2026-02-05' })]
  const [calmer] = after.days.map((day) => ({
    ...day,
    systems: day.systems.map((system) => ({ ...system, stress: 0 })),
  }))
  const written = await page.request.put(path, {
    data: { days: [...before.days, calmer] },
    headers: { 'X-Requested-With': 'alongside', 'If-Match': `"${version}"` },
  })
  expect(written.status(), await written.text()).toBe(200)
  await page.goto(`/cases/${rows[0]?.id}/ecomap`)
  const picture = page.locator('.drawing')
  await expect(picture.locator('[data-system]')).toHaveCount(2)
  const beside = page.getByLabel(t('beside'))
  await beside.selectOption((await beside.locator('option').last().getAttribute('value')) ?? '')
  await expect(picture).toHaveCount(2)
  const stressful = page.getByRole('table', { name: t('measures') }).getByRole('row')
  await expect(stressful.nth(1)).toContainText('50 %')
  await expect(stressful.nth(2)).toContainText('0 %')
  expect([await faultsOf(page), await barriersOn(page)]).toEqual([[], []])
}

for (const language of languagesLookedAt)
  test(`a family of three generations is drawn from its relations (${language})`, async ({ page }) => {
    const teller = await signIn(page, worker[language], language)
    const t = teller.words(genogramPageWords)
    const id = await recordByProgram(page, {
      id: randomUUID(),
      name: '周小鱼',
      sex: '1',
      birthDate: '2011-02-03',
    })
    const ids = new Map<FamilyRelation, string>()
    const headers = { origin: new URL(page.url()).origin, 'X-Requested-With': 'alongside' }
    for (const [kind, name, sex, birthDate] of family) {
      const relativeId = await recordByProgram(page, { id: randomUUID(), name, sex, birthDate })
      ids.set(kind, relativeId)
      const livesTogether = ['father', 'mother'].includes(kind)
      const facts = { kind, guardian: false, caregiver: false, livesTogether, proof: '' }
      const answer = await page.request.post(`/api/people/${id}/relations`, {
        data: { id: randomUUID(), relativeId, ...facts },
        headers,
      })
      expect(answer.status(), await answer.text()).toBe(201)
    }
    await page.goto(`/people/${id}`)
    await page.getByRole('link', { name: teller.words(personWords)('genogram') }).click()
    const picture = page.locator('.drawing')
    await expect(picture.locator('[data-person]')).toHaveCount(4)
    const f = teller.words(familyFormWords)
    await teller.sees(f('missing', { names: 'Ольга Петровна' }))
    // By form, without a mouse: somebody beside the grandfather, whose parents nobody knows.
    await page.getByLabel(f('whom')).selectOption({ label: '周德福' })
    const adding = page.getByRole('form', { name: f('add') })
    await adding.getByRole('radio', { name: f('sibling') }).check()
    await adding.getByLabel(f('name'), { exact: true }).fill('周德寿')
    await page.keyboard.press('Enter')
    await expect(picture.locator('[data-person]')).toHaveCount(6)
    await refusedMeanwhile(teller, adding)
    // By hand: the parents of the mother, and a line between father and child.
    const symbol = (of: string) => picture.locator(`[data-person="${of}"] .symbol`).first()
    await symbol(ids.get('mother') ?? '').click({ force: true })
    await page.getByRole('button', { name: f('addParents') }).click()
    await expect(picture.locator('[data-person]')).toHaveCount(8)
    await symbol(ids.get('father') ?? '').click({ force: true })
    await page.getByRole('button', { name: f('drawTie') }).click()
    await symbol(id).click({ force: true })
    const tying = page.getByRole('form', { name: f('ties') })
    await tying.getByLabel(f('tieKind')).selectOption('conflict')
    await tying.getByRole('button', { name: f('addTie') }).click()
    await expect(picture.locator('.tie.conflict')).toHaveCount(1)
    await page.reload()
    await expect(picture.locator('[data-person]')).toHaveCount(8)
    for (const size of widths) {
      await page.setViewportSize(size)
      expect([size.width, await faultsOf(page), await barriersOn(page)]).toEqual([size.width, [], []])
      const folder = process.env['LOOK']
      if (folder)
        await page.screenshot({ path: `${folder}/genogram-${language}-${size.width}.png`, fullPage: true })
    }
    await savedPictures(teller)
    await teller.tick(t('initials'))
    await expect(picture).not.toContainText('周建军')
    await expect(picture).toContainText('周某 1')
    // Then and now beside each other: before the child was born, nobody of the youngest row stands there.
    await teller.fill(t('thenDay'), '2001')
    await teller.tick(t('both'))
    await expect(picture).toHaveCount(2)
    const ofChild = `[data-person="${id}"]`
    await expect(picture.first().locator(ofChild)).toHaveCount(0)
    await expect(picture.last().locator(ofChild)).toHaveCount(1)
    await ecomapsBeside(teller)
  })

for (const language of languagesLookedAt)
  test(`three generations are written and drawn in less than five minutes (${language})`, async ({
    page,
  }) => {
    const teller = await signIn(page, worker[language], language)
    const person = { id: randomUUID(), name: '周小鱼', sex: '1', birthDate: '2011-02-03' }
    const id = await recordByProgram(page, person)
    await page.goto(`/people/${id}/genogram`)
    const seconds = await writeFamily(teller, threeGenerations)
    expect(seconds).toBeLessThan(300)
    const picture = page.locator('.drawing')
    await expect(picture.locator('[data-person]')).toHaveCount(threeGenerations.length + 1)
    const rowOf = async (name: string) => {
      const symbol = picture.locator('[data-person]', { hasText: name }).locator('.symbol').first()
      return Math.round(((await symbol.boundingBox()) ?? { y: -1 }).y)
    }
    const rows = [await rowOf('周德福'), await rowOf('周建国'), await rowOf('周小鱼')]
    expect(rows).toEqual(rows.toSorted((one, other) => one - other))
    expect(new Set(rows).size).toBe(3)
    await page.reload()
    await expect(picture).toContainText('周雨')
    expect(await faultsOf(page)).toEqual([])
    const folder = process.env['LOOK']
    if (folder) await page.screenshot({ path: `${folder}/written-${language}.png`, fullPage: true })
    test
      .info()
      .annotations.push({ type: 'seconds by the keystroke-level model', description: String(seconds) })
  })
