import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { untoldRecord } from '#server/case/lifecycle/index.ts'
import { aPlanSheet, anActivePlan } from '#server/case/plan/plan.factory.ts'
import { maskedWords } from '#server/kernel/masked-words.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'
import { aRecordSheet, aSignedRecord } from './delivery.factory.ts'

/** What was said and seen at a contact: every text of it. */
const told = Object.values(aRecordSheet()).filter(
  (value): value is string => typeof value === 'string' && /\p{Script=Han}/u.test(value),
)

async function aCaseInDelivery() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { level: 3, supervisorId: supervisor.id })
  const said = async (who: TestWorker, path: string) => JSON.stringify((await world.as(who).get(path)).body)
  return { world, supervisor, head, worker, said, ...(await anActivePlan(world, worker)) }
}

test('of a contact remains when and how it was, whom they met and what for: no text of it', () => {
  const { heldFrom, mode, personsSeen, ...sheet } = untoldRecord(aRecordSheet())
  expect({ heldFrom, mode, personsSeen }).toEqual({
    heldFrom: '2026-03-02T00:30:00.000Z',
    mode: 'accompaniment',
    personsSeen: ['client', 'relatives'],
  })
  expect(told).toHaveLength(10)
  expect(told.filter((text) => JSON.stringify(sheet).includes(text))).toEqual([])
})

test('whoever need not know gets no sentence of a process record: not on its page, in no list, on no form', async () => {
  const { world, supervisor, head, worker, said, caseId } = await aCaseInDelivery()
  const { path } = await aSignedRecord(world, worker, caseId)
  const later = '后来才想起来的一句话'
  await world.as(worker).post(`${path}/addenda`, { id: randomUUID(), text: later, reason: later })
  for (const who of [worker, supervisor])
    for (const sentence of [...told, later]) expect(await said(who, path)).toContain(sentence)
  const list = `/cases/${caseId}/process-records`
  expect(await said(worker, list)).toContain(aRecordSheet().purpose)
  const forms = languages.map((language) => `/cases/${caseId}/documents/F11?language=${language}`)
  const shown = await Promise.all(
    [path, list, `/cases/${caseId}`, `/cases/${caseId}/timeline`, ...forms].map((one) => said(head, one)),
  )
  expect(
    shown.flatMap((text, at) => [...told, later].filter((one) => text.includes(one)).map((one) => [at, one])),
  ).toEqual([])
  expect((await world.as(head).get(path)).body).toMatchObject({
    masked: true,
    version: 0,
    addenda: [{ text: '', reason: '' }],
    abilities: { change: 'not-you', sign: 'not-you', addAddendum: 'not-you' },
  })
  for (const [at, language] of languages.entries())
    expect(await said(head, forms[at] ?? '')).toContain(maskedWords[language])
  expect(await said(worker, forms[0] ?? '')).toContain(aRecordSheet().judgement)
})

test('a plan tells whoever need not know what was agreed, and not what it takes from the analysis', async () => {
  const { world, supervisor, head, worker, said, caseId, path } = await aCaseInDelivery()
  const { rationale, risks, goals, strategy } = aPlanSheet([])
  const taken = [
    rationale,
    ...risks.flatMap(({ risk, response }) => [risk, response]),
    ...goals.flatMap(({ clientWords, baseline }) => [clientWords, baseline]),
  ]
  const agreed = [strategy, ...goals.flatMap(({ statement, target }) => [statement, target])]
  for (const who of [worker, supervisor])
    for (const text of [...taken, ...agreed]) expect(await said(who, path)).toContain(text)
  const page = await said(head, path)
  expect(taken.filter((text) => page.includes(text))).toEqual([])
  expect(agreed.filter((text) => !page.includes(text))).toEqual([])
  expect((await world.as(head).get(path)).body).toMatchObject({ version: 0, assessment: { masked: true } })
  for (const language of languages) {
    const form = `/cases/${caseId}/documents/F09?language=${language}`
    const printed = await said(head, form)
    expect(taken.filter((text) => printed.includes(text))).toEqual([])
    expect(printed).toContain(maskedWords[language])
    expect(await said(worker, form)).toContain(rationale)
  }
})
