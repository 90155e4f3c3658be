import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'
import {
  aCaseInAssessment,
  aDraftAssessment,
  anAgreement,
  anAssessmentSheet,
  aSignedAssessment,
} from './assessment.factory.ts'

/** Every sentence of a sheet: none of them may reach whoever need not know. */
const { sensitiveKinds: _, heldOn: _on, ...words } = anAssessmentSheet()
const sentences = [
  ...Object.values(words).filter((value) => typeof value === 'string'),
  ...words.strengths.map(({ description }) => description),
  ...words.problems.flatMap(({ description, cause, factors }) => [description, cause, factors]),
  ...words.needs.flatMap(({ description, clientWords }) => [description, clientWords]),
]

async function anAgency(level: 3 | 4 = 3) {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { level, supervisorId: supervisor.id })
  const said = async (who: TestWorker, path: string) => JSON.stringify((await world.as(who).get(path)).body)
  return { world, agencyId, supervisor, head, worker, said }
}

test('whoever need not know gets no sentence of an assessment: not on its page, not beside a plan, on no form, in no language', async () => {
  const { world, supervisor, head, worker, said } = await anAgency()
  const { caseId, path: planPath } = await anActivePlan(world, worker)
  const [row] = await world.rows<{ id: string }>('select id from assessments where case_id = $1', [caseId])
  const path = `/cases/${caseId}/assessments/${row?.id}`
  const seen = await world.as(worker).get(path)
  const sheet = seen.body['sheet'] as ReturnType<typeof anAssessmentSheet>
  for (const who of [worker, supervisor])
    for (const sentence of sentences) expect(await said(who, path)).toContain(sentence)

  const forms = ['F07', 'F08', 'F09', 'F15'].flatMap((form) =>
    languages.map((language) => `/cases/${caseId}/documents/${form}?language=${language}`),
  )
  const shown = await Promise.all([path, planPath, ...forms].map((one) => said(head, one)))
  expect(
    shown.flatMap((text, at) => sentences.filter((one) => text.includes(one)).map((one) => [at, one])),
  ).toEqual([])
  expect((await world.as(head).get(path)).body).toMatchObject({
    state: 'confirmed',
    version: 0,
    // Nothing was said beside yes: nothing is said to be hidden.
    clientView: { text: '', saidMore: false },
    sheet: { heldOn: sheet.heldOn, methods: sheet.methods, physical: '', problems: [] },
    masked: {
      kinds: ['under-fourteen', 'health'],
      said: true,
      fields: expect.arrayContaining(['physical', 'problems', 'summary']),
    },
  })
  expect(await said(head, forms[0] ?? '')).toContain('敏感信息，不显示')
  expect(await said(worker, forms[0] ?? '')).toContain(sheet.physical)
  expect((await world.as(head).get(planPath)).body).toMatchObject({
    assessment: { masked: true, summary: '' },
  })
  expect((await world.as(worker).get(planPath)).body).toMatchObject({ assessment: { masked: false } })
})

test('what the client corrected and what was added later stays behind too; unmarked, only body and mind do', async () => {
  const { world, head, worker, said } = await anAgency()
  const { caseId, clientId } = await aCaseInAssessment(world, worker)
  await world.rows(`update people set birth_date = '1990-01-01' where id = $1`, [clientId])
  const secret = '他自己改的一句话'
  const signed = await aSignedAssessment(world, worker, caseId)
  const corrections = [{ line: 'summary', says: secret }]
  const view = anAgreement(clientId, { view: 'corrected', text: secret, corrections })
  await world.as(worker).put(`${signed.path}/client-view`, view, { version: signed.version })
  await world.as(worker).post(`${signed.path}/addenda`, { id: randomUUID(), text: secret, reason: secret })
  expect((await said(worker, signed.path)).split(secret)).toHaveLength(5)
  expect(await said(head, signed.path)).not.toContain(secret)
  expect(await said(head, `/cases/${caseId}/documents/F08?language=en`)).not.toContain(secret)
  expect((await world.as(head).get(signed.path)).body).toMatchObject({
    clientView: { view: 'corrected', text: '', corrections: [], saidMore: true },
    addenda: [{ text: '', reason: '' }],
  })

  const draft = await aDraftAssessment(world, worker, caseId, { sensitiveKinds: [] })
  const open = (await world.as(head).get(draft.path)).body
  expect(open).toMatchObject({ sheet: { ...draft.sheet, physical: '', psychological: '' } })
  expect(open['masked']).toEqual({ fields: ['physical', 'psychological'], kinds: ['health'], said: false })
})

test('what was seen masked is never saved over what is masked, and whoever signs beside a colleague reads what they sign', async () => {
  const { world, head, worker, said } = await anAgency(4)
  const { caseId } = await aCaseInAssessment(world, worker)
  const draft = await aDraftAssessment(world, worker, caseId)
  const { sheet, version } = (await world.as(head).get(draft.path)).body
  // A program that read as the head and writes as the author: the sheet it holds is not whole.
  const written = await world.as(worker).put(draft.path, sheet, { version: Number(version) })
  expect(written).toMatchObject({ status: 412 })
  expect((await world.as(worker).get(draft.path)).body).toMatchObject({
    sheet: draft.sheet,
    version: draft.version,
  })

  await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  const waiting = (await world.as(head).get(draft.path)).body
  expect(waiting).toMatchObject({ masked: null, sheet: draft.sheet, abilities: { cosign: 'yes' } })
  await world.as(head).put(`${draft.path}/cosignature`, {}, { version: Number(waiting['version']) })
  expect(await said(head, draft.path)).toContain(draft.sheet.summary)
  const other = await world.worker(worker.agencyId, { role: 'agency-head', level: 1 })
  expect(await said(other, draft.path)).not.toContain(draft.sheet.summary)
})
