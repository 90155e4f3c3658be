import { expect, test } from 'vitest'
import type { FormId } from '#contract/documents.ts'
import { aRecordSheet, aSignedRecord } from '#server/case/delivery/delivery.factory.ts'
import { anInterviewSheet } from '#server/case/intake/interview/interview.factory.ts'
import { aPlanSheet, anActivePlan } from '#server/case/plan/plan.factory.ts'
import { enterJob } from '#server/entrance/index.ts'
import { testWorld } from '#server/testing/world.ts'
import { gatheredForm } from './index.ts'

test('what is made for the client, or for whom they consented to, is whole, whoever of the agency makes it', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { level: 3 })
  const { caseId } = await anActivePlan(world, worker)
  await aSignedRecord(world, worker, caseId)
  const gathered: Record<string, string> = {}
  const gather = (formId: FormId, whole: boolean) =>
    enterJob(world.platform, {
      operation: 'case.print',
      work: async (tx) => {
        const form = await gatheredForm(tx, { caseId, formId, language: 'en', whole })
        gathered[`${formId} ${whole}`] = JSON.stringify(form)
      },
    })({ agencyId, workerId: head.id }, '1')
  for (const formId of ['F03', 'F09', 'F11'] as const)
    for (const whole of [false, true]) await gather(formId, whole)
  const says = (form: string, text: string) => gathered[form]?.includes(text)
  const said = [
    ['F03', anInterviewSheet().observedWords],
    ['F09', aPlanSheet([]).rationale],
    ['F11', aRecordSheet().judgement],
  ] as const
  expect(said.map(([form, text]) => [says(`${form} false`, text), says(`${form} true`, text)])).toEqual(
    said.map(() => [false, true]),
  )
})
