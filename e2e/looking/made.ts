import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { MergeField, MergePreview } from '#contract/person-merges.ts'
import { recordByProgram } from '../telling/by-program.ts'
import type { Address } from './addresses.ts'

/** Screens of records that the demo does not have everywhere: one record of each is made, or found, by a program. */
export const madePaths = [
  '/families/:familyId',
  '/person-merges/:mergeId',
  '/cases/:caseId/assessment/:assessmentId/beside/:otherId',
] as const

const headers = { 'x-requested-with': 'alongside' }
const Rows = z.object({ rows: z.array(z.looseObject({ id: z.string(), state: z.string().optional() })) })

/** Where these screens stand, for whoever is signed in on this page. */
export async function madeAddresses(page: Page): Promise<Address[]> {
  const [family, merge, beside] = madePaths
  const personId = await recordByProgram(page, { id: randomUUID(), name: '费文启' })
  return [
    { path: family, address: `/families/${await aFamilyOf(page, personId)}` },
    { path: merge, address: `/person-merges/${await aMergeInto(page, personId)}` },
    { path: beside, address: await twoAssessments(page) },
  ]
}

async function aFamilyOf({ request }: Page, personId: string) {
  const member = { id: randomUUID(), personId, part: '户主', since: null, until: null }
  const data = { id: randomUUID(), name: '费文启一家', note: '', members: [member] }
  const answer = await request.post('/api/families', { data, headers })
  expect(answer.status(), await answer.text()).toBe(201)
  return data.id
}

async function aMergeInto(page: Page, keptId: string) {
  const mergedId = await recordByProgram(page, { id: randomUUID(), name: '费文起' })
  const found = await page.request.get(`/api/people/${keptId}/merge-preview?with=${mergedId}`)
  const { keptVersion, mergedVersion } = MergePreview.parse(await found.json())
  const choices = Object.fromEntries(MergeField.options.map((field) => [field, 'kept']))
  const id = randomUUID()
  const reason = '同一个人，名字写错了一个字。'
  const data = { id, keptId, mergedId, keptVersion, mergedVersion, choices, reason }
  const answer = await page.request.post('/api/person-merges', { data, headers })
  expect(answer.status(), await answer.text()).toBe(201)
  return id
}

/** A case in which somebody assesses anew beside the first assessment. */
async function twoAssessments({ request }: Page) {
  const cases = Rows.parse(await (await request.get('/api/cases?show=mine&state=open&limit=100')).json())
  for (const { id: caseId } of cases.rows) {
    const list = `/api/cases/${caseId}/assessments`
    const known = Rows.parse(await (await request.get(list)).json()).rows
    if (!known.some(({ state }) => state === 'confirmed')) continue
    // Where one is being written already, it stays the only draft.
    await request.post(list, { data: { id: randomUUID(), kind: 'reassessment' }, headers })
    const [newest, oldest] = Rows.parse(await (await request.get(list)).json()).rows
    if (newest && oldest) return `/cases/${caseId}/assessment/${newest.id}/beside/${oldest.id}`
  }
  throw new Error('No case of this worker has a confirmed assessment')
}
