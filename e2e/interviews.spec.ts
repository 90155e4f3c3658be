import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { appointmentKind, contactMode, preparedItem } from '#contract/codes/index.ts'
import { calendarWords } from '#web/calendar/calendar.words.ts'
import { calendarSentences } from '#web/calendar/calendar.sentences.ts'
import { interviewWords } from '#web/case/intake/interview/interview.words.ts'
import { outlineWords } from '#web/case/intake/outline/outline.words.ts'
import { documentsWords } from '#web/documents/documents.words.ts'
import { languagesLookedAt } from './looking/languages.ts'
import { whole } from './looking/whole.ts'
import { writeTheInterview } from './telling/interview.ts'
import { daysFromNow } from './telling/moments.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const people = {
  'zh-CN': { worker: 'chen.siyuan', administrator: 'gao.min' },
  en: { worker: 'okafor', administrator: 'clarke' },
  ru: { worker: 'orlova', administrator: 'belov' },
} as const

/** A private room of a new site, as the administrator's program makes it. */
async function aPrivateRoom(browser: Browser, key: string, name: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, key, 'en')
  const headers = { origin: new URL(page.url()).origin, 'X-Requested-With': 'alongside' }
  const [siteId, roomId] = [randomUUID(), randomUUID()]
  const names = { 'zh-CN': name, en: name, ru: name }
  const write = async (kind: string, subject: string, sheet: object) => {
    const from = daysFromNow(0)
    const data = { id: randomUUID(), kind, subject, seen: 0, from, sheet }
    const answer = await page.request.post('/api/agency/settings', { data, headers })
    expect(answer.status(), await answer.text()).toBe(201)
  }
  await write('site', siteId, { name: names, address: '', phone: '', letters: '', closed: false })
  await write('room', roomId, {
    siteId,
    name: names,
    seats: 3,
    privacy: 'private',
    accessible: true,
    closed: false,
  })
  await page.context().close()
}

/** A case whose interview is still to be held. */
async function aCaseToInterview(page: Page) {
  const answer = await page.request.get('/api/cases?show=mine&state=open&limit=100')
  const Rows = z.object({
    rows: z.array(z.looseObject({ id: z.string(), next: z.looseObject({ kind: z.string() }).nullish() })),
  })
  const found = Rows.parse(await answer.json()).rows
  for (const { id, next } of found) {
    if (next?.kind !== 'hold-interview') continue
    const interviews = await page.request.get(`/api/cases/${id}/interviews`)
    if (Rows.parse(await interviews.json()).rows.length === 0) return id
  }
  throw new Error('Every interview of the demo was begun already.')
}

for (const language of languagesLookedAt)
  test(`an interview is booked in a private room, prepared with an outline, written late, flagged and printed (${language})`, async ({
    page,
    browser,
  }) => {
    const room = `静室 ${randomUUID().slice(0, 4)}`
    await aPrivateRoom(browser, people[language].administrator, room)
    const teller = await signIn(page, people[language].worker, language)
    const caseId = await aCaseToInterview(page)
    await bookTheRoom(teller, caseId, room)
    await prepareTheAssessment(teller)
    await prepareWithAnOutline(teller, caseId)
    await writeItLate(teller)
    await printIt(teller)
  })

/** Books the room in four days’ time; whoever wants it half an hour later is told that it is taken. */
async function bookTheRoom(teller: Teller, caseId: string, room: string) {
  const { page, language } = teller
  const t = teller.words(calendarWords)
  await page.goto(`/cases/${caseId}/appointments`)
  const day = daysFromNow(30)
  const book = async (from: string, until: string) => {
    await teller.press(t('book'))
    await teller.fill(t('startsAt'), `${day}T${from}`)
    await teller.fill(t('endsAt'), `${day}T${until}`)
    await teller.choose(t('mode'), contactMode.label('office', language))
    const option = page.getByRole('option', { name: new RegExp(room, 'u') })
    await page
      .getByRole('combobox', { name: t('room') })
      .first()
      .selectOption((await option.first().getAttribute('value')) ?? '')
    await teller.fill(t('purpose'), '认识小龙，听他怎么看上学这件事。')
    await teller.press(t('save'))
  }
  await book('10:00', '11:00')
  await teller.sees(new RegExp(room, 'u'))
  await whole(teller, `appointments-${language}`)
  await book('10:30', '11:30')
  const taken = calendarSentences['appointments/room-taken'][language]
  await teller.sees(taken.replace('{from}', '10:00').replace('{until}', '11:00'))
  await whole(teller, `taken-${language}`)
  await teller.press(t('leave'))
}

/** An assessment is booked; what is made sure of before it begins is ticked, and stands there with who and when. */
async function prepareTheAssessment(teller: Teller) {
  const { page, language } = teller
  const t = teller.words(calendarWords)
  const day = daysFromNow(29)
  await teller.press(t('book'))
  await teller.choose(t('kind'), appointmentKind.label('assessment', language))
  await teller.fill(t('startsAt'), `${day}T10:00`)
  await teller.fill(t('endsAt'), `${day}T11:00`)
  await teller.choose(t('mode'), contactMode.label('phone-out', language))
  await teller.fill(t('purpose'), '一起看清他上学的难处。')
  await teller.press(t('save'))
  const list = page.getByRole('group', { name: t('prepared') })
  await expect(list.getByRole('checkbox')).toHaveCount(5)
  const line = page.getByText(t('preparedLine', { name: '', when: '' }).trim())
  await expect(line).toHaveCount(0)
  for (const item of preparedItem.codes) {
    const box = list.getByLabel(preparedItem.label(item, language), { exact: true })
    await expect(box).toBeEnabled()
    await teller.tickBox(box)
  }
  await expect(list.getByRole('checkbox').last()).toBeEnabled()
  await page.reload()
  for (const box of await list.getByRole('checkbox').all()) await expect(box).toBeChecked()
  await expect(list).toHaveCount(1)
  await teller.sees(new RegExp(t('preparedLine', { name: '.+', when: '.+' }), 'u'))
}

/** Chooses an outline, asks its first question, writes the answer down, and adds a question of one’s own. */
async function prepareWithAnOutline(teller: Teller, caseId: string) {
  const { page, language } = teller
  const t = teller.words(outlineWords)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/cases/${caseId}/interview`)
  await teller.press(teller.words(interviewWords)('begin'))
  const panel = page.locator('.outline-panel')
  await panel.getByRole('combobox', { name: t('outline') }).selectOption({ index: 1 })
  await teller.press(t('use'), panel)
  await expect(panel.getByRole('checkbox')).toHaveCount(9)
  await teller.tickBox(panel.getByRole('checkbox').first())
  await panel
    .getByRole('textbox', { name: t('answer') })
    .first()
    .fill('学校来了通知。')
  await teller.fill(t('ownQuestion'), '修车是跟谁学的？', panel)
  await teller.press(t('addQuestion'), panel)
  await expect(panel.getByRole('checkbox')).toHaveCount(10)
  await whole(teller, `prepared-${language}`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function writeItLate(teller: Teller) {
  const t = teller.words(interviewWords)
  await writeTheInterview(teller, 40)
  await teller.fill(t('emotionWordsBefore'), '“心里发慌。”')
  await teller.press(t('sign'))
  await expect(teller.dialog().getByText(t('signLate', { hours: 24 }))).toBeVisible()
  await teller.press(t('signNow'), teller.dialog())
  await expect(teller.page.getByText(t('late'), { exact: true }).first()).toBeVisible()
  await teller.sees('学校来了通知。')
  await whole(teller, `signed-${teller.language}`)
}

/** The form says that it was written late, and holds the answers. */
async function printIt(teller: Teller) {
  const { page } = teller
  await teller.follow(teller.words(interviewWords)('print'))
  const sheet = page.getByRole('article').locator('.form-sheet').or(page.locator('.form-sheet')).first()
  await expect(sheet.getByText('学校来了通知。')).toBeVisible()
  await expect(sheet.getByText('“心里发慌。”')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: teller.words(documentsWords)('pdf') }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/-F03-[\w-]+\.pdf$/u)
  await whole(teller, `paper-${teller.language}`)
}
