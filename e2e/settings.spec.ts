import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { z } from 'zod'
import {
  contactChannel,
  divisionProblem,
  intakeDecision,
  serviceField,
  workflowTemplate,
} from '#contract/codes/index.ts'
import { defaultLimits } from '#contract/settings/index.ts'
import { formatsIn } from '#web/app/formats.ts'
import { divisionsWords } from '#web/agencies/divisions/divisions.words.ts'
import { aboutWords } from '#web/agencies/settings/about.words.ts'
import { deadlinesWords } from '#web/agencies/settings/deadlines.words.ts'
import { fieldsWords } from '#web/agencies/settings/fields.words.ts'
import { reachWords } from '#web/agencies/settings/reach.words.ts'
import { settingsWords } from '#web/agencies/settings/settings.words.ts'
import { sitesWords } from '#web/agencies/settings/sites.words.ts'
import { workflowWords } from '#web/agencies/settings/workflow.words.ts'
import { assessmentWords } from '#web/case/assessment/assessment.words.ts'
import { decisionWords } from '#web/case/intake/inquiry/decision.words.ts'
import { overviewWords } from '#web/case/overview/overview.words.ts'
import { ownFieldsWords } from '#web/case/own-fields/own-fields.words.ts'
import { taskWords } from '#web/workday/task.words.ts'
import { whole } from './looking/whole.ts'
import { aFirstContactOf, recordByProgram } from './telling/by-program.ts'
import { daysFromNow } from './telling/moments.ts'
import { signIn } from './telling/teller.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const Answer = z.looseObject({ version: z.int().optional() })

/** A first contact as a program writes it, with the five questions shared: one decision before a case. */
async function sharedByProgram(page: Page, name: string) {
  const headers = { 'x-requested-with': 'alongside' }
  const clientId = await recordByProgram(page, {
    id: randomUUID(),
    name,
    birthDate: '1984-02-11',
  })
  const id = randomUUID()
  const opened = await page.request.post('/api/inquiries', { data: { id, channel: 'phone' }, headers })
  let { version = 1 } = Answer.parse(await opened.json())
  const put = async (path: string, data: object) => {
    const answer = await page.request.put(`/api/inquiries/${id}${path}`, {
      data,
      headers: { ...headers, 'if-match': `"${String(version)}"` },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    const kept = z
      .looseObject({
        version: z.int(),
        conclusion: z.looseObject({ caseId: z.string().nullable() }).nullish(),
      })
      .parse(await answer.json())
    version = kept.version
    return kept.conclusion?.caseId ?? ''
  }
  const told = {
    willingness: 5,
    situation: 'She lives with two children.',
    trouble: 'The heating has been off for a month.',
    toldItems: ['scope', 'agency', 'confidentiality', 'process', 'information-use'],
    emotionalSupport: 'She was heard out.',
  }
  await put('', aFirstContactOf(clientId, told))
  await put('/emergency-decision', { emergency: false, reason: 'Everybody is safe.', dangerKinds: [] })
  await put('/registration', {})
  await put('/preliminary-assessment', {
    willingness: 5,
    willingnessNote: '',
    problems: 'No heating.',
    howItArose: 'The boiler broke.',
    expectation: 'A warm flat.',
    soughtHelpBefore: false,
    earlierHelp: [],
    ownEfforts: 'She asked the landlord.',
    agencyResources: 'yes',
    workerAbility: 'yes',
    reconcilable: true,
    reconcilableNote: '',
    inScope: true,
    inArea: true,
    hasCapacity: true,
    fitNote: '',
    riskLevel: 'low',
  })
  await put('/sharing', { callerAgrees: true, corrections: '', clientWishes: true })
  return { id, put }
}

/** Opens a case as a program does. */
async function openByProgram(page: Page): Promise<string> {
  const me = z
    .looseObject({ worker: z.looseObject({ id: z.string() }) })
    .parse(await (await page.request.get('/api/me')).json())
  const { put } = await sharedByProgram(page, 'Ada Whitfield')
  return put('/decision', {
    decision: 'accept',
    reason: 'Within our scope.',
    caseManagerId: me.worker.id,
    serviceFields: ['welfare-services'],
  })
}

test('the administrator adds a field and a deadline; both are there in a new case, and what was signed stays', async ({
  browser,
  page,
}) => {
  const language = 'en'
  const administrator = await signIn(page, 'clarke', language)
  const t = administrator.words(settingsWords)
  const f = administrator.words(fieldsWords)
  await page.goto('/agency/settings/fields')
  await whole(administrator, 'fields')
  await administrator.press(f('addField'))
  await administrator.fill(`${f('label')} · ${t('en')}`, 'Heating works')
  await administrator.choose(f('type'), f('yes-no'))
  await administrator.tick(f('required'))
  await whole(administrator, 'new-field')
  await administrator.press(t('save'))
  await administrator.sees('Heating works')

  await administrator.press(f('addRule'))
  await administrator.fill(`${f('ruleName')} · ${t('en')}`, 'Call the landlord')
  await administrator.choose(f('when'), f('stage-opened'))
  await administrator.fill(f('days'), '1')
  await whole(administrator, 'new-rule')
  await administrator.press(t('save'))
  await administrator.sees('Call the landlord')

  const elsewhere = await browser.newContext()
  const worker = await signIn(await elsewhere.newPage(), 'okafor', language)
  const a = worker.words(assessmentWords)
  const own = worker.words(ownFieldsWords)
  const caseId = await openByProgram(worker.page)
  // This agency assesses before it interviews (DB62/T 4986): the case begins with its assessment.
  await worker.page.goto('/')
  await worker.sees('Call the landlord')
  await whole(worker, 'today')
  await worker.page.goto(`/cases/${caseId}/assessment`)
  await worker.press(a('begin'))
  const fields = worker.page.locator('.own-fields')
  await expect(fields.getByText('Heating works')).toBeVisible()
  await worker.choose('Heating works', own('yes'), fields)
  await worker.press(own('save'), fields)
  await expect(fields.getByText(own('saved'))).toBeVisible()
  await whole(worker, 'own-field')
  await worker.page.goto(`/cases/${caseId}`)
  await worker.sees('Call the landlord')
  await worker.press(own('done'))
  await expect(worker.page.getByText('Call the landlord')).toHaveCount(0)

  // An assessment that was signed before knows nothing of it.
  const signed = z
    .looseObject({ rows: z.array(z.looseObject({ id: z.string(), stage: z.string() })) })
    .parse(await (await worker.page.request.get('/api/cases?show=mine&state=open&limit=100')).json())
    .rows.find(({ stage }) => stage === 'delivery')
  await worker.page.goto(`/cases/${signed?.id ?? ''}/assessment`)
  await expect(worker.page.locator('h1')).toBeVisible()
  await expect(worker.page.locator('.loading')).toHaveCount(0)
  await expect(worker.page.getByText('Heating works')).toHaveCount(0)

  // One site goes by another workflow from today, and the agency has a field of service of its own.
  const w = administrator.words(workflowWords)
  const food = { code: 'welfare-services.own-food', label: { 'zh-CN': '', en: 'Food and fuel', ru: '' } }
  const added = await page.request.post('/api/agency/settings', {
    data: {
      id: randomUUID(),
      kind: 'codes',
      subject: 'serviceField',
      seen: 0,
      from: daysFromNow(0),
      sheet: { rows: [{ ...food, hidden: false }] },
    },
    headers: { 'x-requested-with': 'alongside' },
  })
  expect(added.status(), await added.text()).toBe(201)
  await page.goto('/agency/settings/workflow')
  const house = page.locator('.setting-list > li', { hasText: 'Harbour House' })
  await administrator.press(`${t('change')} ${w('templateOf', { name: 'Harbour House' })}`, house)
  await administrator.choose(w('template'), workflowTemplate.label('standard', language), house)
  await administrator.press(t('save'), house)
  await expect(house).toContainText(workflowTemplate.label('standard', language))
  await whole(administrator, 'workflow-of-a-site')

  const { id } = await sharedByProgram(worker.page, 'Ned Osgood')
  const d = worker.words(decisionWords)
  await worker.page.goto(`/inquiries/${id}/decision`)
  await worker.choose(d('decision'), intakeDecision.label('accept', language))
  await worker.fill(d('reason'), 'He lives near Harbour House.')
  const standard = workflowTemplate.label('standard', language)
  await worker.choose(d('siteId'), 'Harbour House')
  await worker.sees(d('siteHint', { workflow: standard }))
  await worker.tick('Food and fuel')
  await whole(worker, 'at-a-site')
  await worker.press(d('accept'))
  await expect(worker.page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/u)
  const o = worker.words(overviewWords)
  const facts = worker.page.locator('section, aside', {
    has: worker.page.getByRole('heading', { name: o('facts') }),
  })
  await expect(facts.last()).toContainText(standard)
  await expect(facts.last()).toContainText('Food and fuel')
  await worker.sees(worker.words(taskWords)('hold-interview'))
  // The case that was opened before stays with its own workflow, and the report counts the standard field.
  await worker.page.goto(`/cases/${caseId}`)
  await expect(facts.last()).toContainText(workflowTemplate.label('assessment-first', language))
  await worker.page.goto('/statistics')
  await expect(
    worker.page.getByRole('row', { name: serviceField.label('welfare-services', language) }).first(),
  ).toBeVisible()
  await expect(worker.page.getByText('Food and fuel')).toHaveCount(0)
  // The site goes by the order of the agency again, and says so.
  await page.goto('/agency/settings/workflow')
  await administrator.press(`${t('change')} ${w('templateOf', { name: 'Harbour House' })}`, house)
  await administrator.choose(w('template'), w('asAgency'), house)
  await administrator.press(t('save'), house)
  await expect(house).toContainText(w('asAgency'))
  await elsewhere.close()
})

test('the settings are read by everybody, changed by whoever runs the agency, from a day on', async ({
  page,
}) => {
  const language = 'zh-CN'
  const head = await signIn(page, 'zhao.hongmei', language)
  const t = head.words(settingsWords)
  const s = head.words(sitesWords)
  for (const place of ['about', 'sites', 'reach', 'deadlines', 'workflow', 'fields']) {
    await page.goto(`/agency/settings/${place}`)
    await whole(head, place)
  }
  await page.goto('/agency/settings/sites')
  const main = page.locator('section', { has: page.getByRole('heading', { name: '安宁东路总站' }) })
  const hours = main.locator('.dated').nth(1)
  await expect(hours.getByText(contactChannel.label('phone', language))).toBeVisible()
  await page.goto('/agency')
  await head.follow(t('reach'))
  await head.press(t('history'))
  await head.sees('6201')
  await page.goto('/agency/settings/sites')
  await head.press(s('addSite'))
  await head.press(t('save'))
  await expect(page.locator('.field-error').first()).toBeVisible()
  await whole(head, 'site-refused')
})

test('what the agency says of itself is written on its screens, from a day on, and stands on the audit', async ({
  page,
  browser,
}) => {
  const language = 'en'
  const administrator = await signIn(page, 'clarke', language)
  const t = administrator.words(settingsWords)
  const s = administrator.words(sitesWords)
  const d = administrator.words(deadlinesWords)
  /** Opens the sheet of this name, lets it be filled, and keeps it as a version that counts from a day. */
  const write = async (title: string, from: string, fill: (sheet: Locator) => Promise<void>) => {
    await administrator.press(`${t('change')} ${title}`)
    const sheet = page.getByRole('form', { name: title })
    await fill(sheet)
    await administrator.fill(t('from'), from, sheet)
    await administrator.press(t('save'), sheet)
    await expect(sheet).toHaveCount(0)
  }
  const [today, later] = [daysFromNow(0), daysFromNow(30)]
  await page.goto('/agency/settings/about')
  const a = administrator.words(aboutWords)
  await write(t('about'), later, (sheet) =>
    administrator.fill(a('mission'), 'Nobody is left alone with it.', sheet),
  )
  // It does not count yet, and says from when it will.
  await expect(page.getByText('Nobody is left alone with it.')).toHaveCount(0)
  await administrator.sees(t('planned', { day: formatsIn(language, () => today).date(later) }))

  const r = administrator.words(reachWords)
  await page.goto('/agency/settings/reach')
  await write(r('capacity'), today, (sheet) => administrator.fill(r('cases'), '77', sheet))
  await expect(page.getByText('77', { exact: true }).first()).toBeVisible()

  await page.goto('/agency/settings/deadlines')
  await write(t('deadlines'), today, (sheet) => administrator.fill(d('intakeDecision'), '6', sheet))
  await administrator.sees(d(defaultLimits.intakeDecision.unit, { count: 6 }))

  const w = administrator.words(workflowWords)
  await page.goto('/agency/settings/workflow')
  await write(w('number'), later, (sheet) => administrator.fill(w('prefix'), 'HBR', sheet))
  await administrator.sees(t('planned', { day: formatsIn(language, () => today).date(later) }))

  await page.goto('/agency/settings/sites')
  await administrator.press(s('addRoom'))
  const room = page.getByRole('form', { name: s('addRoom') })
  await administrator.fill(`${s('name')} · ${t('en')}`, 'The quiet room', room)
  await administrator.press(t('save'), room)
  await administrator.sees('The quiet room')
  await whole(administrator, 'a-room')

  // Each of them is a line of the audit, by whom and when.
  const elsewhere = await browser.newContext()
  const inspector = await signIn(await elsewhere.newPage(), 'whitfield', language)
  const log = await (await inspector.page.request.get('/api/audit?limit=100&act=change')).text()
  expect([...log.matchAll(/"operation":"settings\.write"/gu)].length).toBeGreaterThanOrEqual(5)
  await elsewhere.close()
})

test('an edition of the division codes is checked, mended, taken, and undone', async ({ page }) => {
  const administrator = await signIn(page, 'gao.min', 'zh-CN')
  const d = administrator.words(divisionsWords)
  await page.goto('/agency/settings/divisions')
  const bring = async (source: string, ...lines: readonly string[]) => {
    const head = 'code,name,parent,valid_from,valid_until,became'
    const gansu = ['620000,甘肃省,,1991-01-01,,', '620100,兰州市,620000,1991-01-01,,']
    const buffer = Buffer.from([head, ...gansu, ...lines].join('\n'))
    await administrator.fill(d('source'), source)
    await page.locator('input[type=file]').setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer })
  }
  await bring('民政部 2026', '620105,安宁区,630000,1991-01-01,,')
  await administrator.sees(divisionProblem.label('parent', 'zh-CN'))
  await expect(page.getByRole('button', { name: d('take') })).toBeDisabled()
  await whole(administrator, 'division-refused')
  await bring('民政部 2026（改正）', '620105,安宁新区,620100,1991-01-01,,')
  await expect(page.getByText(divisionProblem.label('parent', 'zh-CN'))).toHaveCount(0)
  await administrator.press(d('take'))
  const now = page.locator('section', { has: page.getByRole('heading', { name: d('now') }) })
  await expect(now).toContainText('民政部 2026（改正）')
  await whole(administrator, 'division-taken')
  await administrator.press(d('undo'))
  await expect(now).not.toContainText('民政部')
})
