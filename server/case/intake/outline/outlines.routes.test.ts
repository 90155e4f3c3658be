import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { OutlinePage, type OutlineSheet } from '#contract/case/interview-outlines.ts'
import { languages } from '#contract/language.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { anInterviewDraft, anInterviewSheet } from '../interview/interview.factory.ts'

const inChinese = (text: string) => ({ 'zh-CN': text, en: '', ru: '' })
const aSheet = (but: Partial<OutlineSheet> = {}): OutlineSheet => ({
  title: inChinese('夜里来电的人'),
  purpose: inChinese('先听，再约白天见面。'),
  use: 'first-interview',
  clientGroups: ['women'],
  questions: [{ id: randomUUID(), words: inChinese('现在身边有人吗？') }],
  ...but,
})

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId, { level: 3 })
  const beginner = await world.worker(agencyId, { level: 4 })
  const elsewhere = await world.worker(await world.agency(), { level: 1 })
  return { world, worker, beginner, elsewhere }
}

test('an agency begins with outlines that say everything in three languages', async () => {
  const { world, beginner } = await anAgency()
  const { body } = await world.as(beginner).get('/interview-outlines')
  const { rows, abilities } = OutlinePage.parse(body)
  expect(rows).toHaveLength(5)
  for (const { sheet, edition, writtenBy } of rows) {
    expect([edition, writtenBy]).toEqual([1, null])
    for (const said of [sheet.title, sheet.purpose, ...sheet.questions.map(({ words }) => words)])
      for (const language of languages) expect(said[language]).not.toBe('')
  }
  expect(abilities).toEqual({ add: 'not-you' })
})

test('an outline is drawn up from level 3 on, changed in editions, and taken out of use; records keep the edition they used', async () => {
  const { world, worker, beginner, elsewhere } = await anAgency()
  const id = randomUUID()
  const path = `/interview-outlines/${id}`
  const add = (who: typeof worker) => world.as(who).post('/interview-outlines', { id, sheet: aSheet() })
  const before = await world.counts()
  expect((await add(beginner)).status).toBe(403)
  const empty = { id, sheet: aSheet({ questions: [{ id: randomUUID(), words: inChinese(' ') }] }) }
  expect(await world.as(worker).post('/interview-outlines', empty)).toMatchObject({
    status: 422,
    body: { code: 'outlines/no-language-whole' },
  })
  expect(await world.counts()).toEqual(before)
  expect(await add(worker)).toMatchObject({ status: 201, body: { edition: 1, version: 1 } })
  expect((await world.as(elsewhere).get(path)).status).toBe(404)
  const whole = await world.counts()
  const again = await world.as(worker).post('/interview-outlines', { id, sheet: aSheet() })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-there' } })
  expect(await world.counts()).toEqual(whole)

  const { caseId } = await anOpenCase(world, worker)
  const draft = await anInterviewDraft(world, worker, caseId, { outlineId: id, outlineVersion: 1 })
  const changed = await world.as(worker).put(path, aSheet({ title: inChinese('深夜来电') }), { version: 1 })
  expect(changed.body).toMatchObject({ edition: 2, version: 2, sheet: { title: { 'zh-CN': '深夜来电' } } })
  const stale = await world.as(worker).put(path, aSheet(), { version: 1 })
  expect(stale).toMatchObject({ status: 412, body: { current: { edition: 2 } } })
  const retired = await world.as(worker).put(`${path}/retirement`, { retired: true }, { version: 2 })
  expect(retired.body).toMatchObject({ retired: true, version: 3 })
  const { body } = await world.as(worker).get(draft.path)
  expect(body['sheet']).toMatchObject({ outlineId: id, outlineVersion: 1 })
  await expect(
    world.rows(`update interview_outline_editions set use = 'x' where outline_id = $1`, [id]),
  ).rejects.toThrow(/never changes/u)
})

test('a record names no outline that is not the agency’s', async () => {
  const { world, worker, elsewhere } = await anAgency()
  const { caseId } = await anOpenCase(world, worker)
  const draft = await anInterviewDraft(world, worker, caseId)
  const foreign = await world.as(elsewhere).get('/interview-outlines')
  const outlineId = OutlinePage.parse(foreign.body).rows[0]?.id ?? ''
  const before = await world.counts()
  for (const named of [
    { outlineId, outlineVersion: 1 },
    { outlineId, outlineVersion: null },
    { outlineId: null, outlineVersion: 1 },
  ])
    expect(
      await world.as(worker).put(draft.path, anInterviewSheet(named), { version: draft.version }),
    ).toMatchObject({ status: 422, body: { code: 'interview/no-such-outline' } })
  expect(await world.counts()).toEqual(before)
})
