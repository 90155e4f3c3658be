import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { aCaseInAssessment, aDraftAssessment, anAgreement, aSignedAssessment } from './assessment.factory.ts'

/** A case in assessment and its manager. */
async function aStage() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  return { world, worker, ...(await aCaseInAssessment(world, worker)) }
}

test('the client corrects line by line: the signed sheet stays, and the corrections are a version beside it', async () => {
  const { world, worker, caseId, clientId } = await aStage()
  const signed = await aSignedAssessment(world, worker, caseId)
  const [problem] = signed.sheet.problems
  const line = `problems.${problem?.id}`
  const give = (but: object) =>
    world
      .as(worker)
      .put(`${signed.path}/client-view`, { ...anAgreement(clientId), ...but }, { version: signed.version })
  const before = await world.counts()
  const says = '不是不想上学，是不想看见那几个人。'
  for (const [but, gap] of [
    [{ view: 'corrected' }, { path: 'text', code: 'required' }],
    [{ corrections: [{ line, says }] }, { path: 'view', code: 'assessment/confirmed-as-it-stands' }],
    [
      { view: 'corrected', corrections: [{ line: `problems.${randomUUID()}`, says }] },
      { path: 'corrections.0', code: 'assessment/no-such-line' },
    ],
  ] as const)
    expect(await give(but)).toMatchObject({ status: 422, body: { fields: [gap] } })
  expect(await world.counts()).toEqual(before)
  expect(await give({ view: 'corrected', language: 'ru', corrections: [{ line, says }] })).toMatchObject({
    status: 200,
    body: {
      state: 'corrected',
      unconfirmed: false,
      sheet: signed.sheet,
      clientView: { language: 'ru', corrections: [{ line, says }] },
    },
  })
  expect(await world.rows('select was, says from assessment_corrections')).toEqual([
    { was: problem?.description, says },
  ])
  await expect(world.rows(`update assessment_corrections set says = 'x'`)).rejects.toThrow(/never changes/u)
})

test('where two agencies or professions are needed, “no case management” is refused', async () => {
  const { world, worker, caseId } = await aStage()
  const { path, version } = await aDraftAssessment(world, worker, caseId, { needsCaseManagement: false })
  expect(await world.as(worker).put(`${path}/signature`, {}, { version })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'needsCaseManagement', code: 'assessment/needs-case-management' }] },
  })
})
