import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { contactChannel } from '#contract/codes/index.ts'
import { fieldsWords } from '#web/agencies/settings/fields.words.ts'
import { settingsWords } from '#web/agencies/settings/settings.words.ts'
import { sitesWords } from '#web/agencies/settings/sites.words.ts'
import { assessmentWords } from '#web/case/assessment/assessment.words.ts'
import { ownFieldsWords } from '#web/case/own-fields/own-fields.words.ts'
import { barriersOn, faultsOf } from './looking/faults.ts'
import { widths } from './looking/walk.ts'
import { aFirstContactOf, recordByProgram } from './telling/by-program.ts'
import { signIn, type Teller } from './telling/teller.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

/** The page as it stands has no fault and no barrier, on a phone and on a wide screen. */
async function whole({ page, language }: Teller, name: string) {
  // Before the page is drawn there is no heading, and nothing that says that it loads.
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  for (const size of widths) {
    await page.setViewportSize(size)
    const folder = process.env['LOOK']
    const path = `${folder}/settings-${language}-${name}-${String(size.width)}.png`
    if (folder) await page.screenshot({ path, fullPage: true })
    expect([size.width, await faultsOf(page), await barriersOn(page)]).toEqual([size.width, [], []])
  }
}

const Answer = z.looseObject({ version: z.int().optional() })

/** Opens a case as a program does: the first contact, the five questions, and the decision to accept. */
async function openByProgram(page: Page): Promise<string> {
  const headers = { 'x-requested-with': 'alongside' }
  const clientId = await recordByProgram(page, {
    id: randomUUID(),
    name: 'Ada Whitfield',
    birthDate: '1984-02-11',
  })
  const me = z
    .looseObject({ worker: z.looseObject({ id: z.string() }) })
    .parse(await (await page.request.get('/api/me')).json())
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
