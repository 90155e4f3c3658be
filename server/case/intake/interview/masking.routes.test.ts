import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { InterviewSheet } from '#contract/case/interview.ts'
import { languages } from '#contract/language.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { openInInterview, untoldInterview } from '#server/case/lifecycle/index.ts'
import { maskedWords } from '#server/kernel/masked-words.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'
import { anInterviewDraft, anInterviewSheet, aSignedInterview } from './interview.factory.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const said = async (who: TestWorker, path: string) => JSON.stringify((await world.as(who).get(path)).body)
  return { world, supervisor, head, worker, said }
}

/** Every sentence of an interview, however deep it stands. */
const sentencesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(sentencesIn) : []
}

test('of an interview remains when and how it was, what was done and what comes next; whatever else it asks is told', () => {
  const sheet = anInterviewSheet({ outlineId: randomUUID(), outlineVersion: 1 })
  const shown = untoldInterview(sheet)
  expect([shown.outlineId, shown.outlineVersion]).toEqual([null, null])
  expect(sentencesIn(sheet).length).toBe(25)
  expect(sentencesIn(shown)).toEqual([])
  expect([shown.emotionBefore, shown.observedAfter, shown.attendees, shown.taskNotes]).toEqual([
    null,
    null,
    [],
    [],
  ])
  const left = InterviewSheet.keyof().options.filter(
    (field) => JSON.stringify(shown[field]) === JSON.stringify(sheet[field]) && sheet[field] !== null,
  )
  expect(left.toSorted()).toEqual(openInInterview.toSorted())
})

test('whoever need not know gets no sentence of an interview: not on its page, on no form, in no language', async () => {
  const { world, supervisor, head, worker, said } = await anAgency()
  const { caseId } = await anOpenCase(world, worker)
  const { path } = await aSignedInterview(world, worker, caseId)
  const later = '后来才想起来的一句话'
  await world.as(worker).post(`${path}/addenda`, { id: randomUUID(), text: later, reason: later })
  // Whose case it is stands on every page of it.
  const sentences = [...sentencesIn(anInterviewSheet()), later].filter((text) => text !== '李小龙')
  for (const who of [worker, supervisor])
    for (const sentence of sentences) expect(await said(who, path)).toContain(sentence)

  const forms = ['F03', 'F07', 'F08'].flatMap((form) =>
    languages.map((language) => `/cases/${caseId}/documents/${form}?language=${language}`),
  )
  const around = [`/cases/${caseId}`, `/cases/${caseId}/timeline`, `/cases/${caseId}/interviews`]
  const shown = await Promise.all([path, ...around, ...forms].map((one) => said(head, one)))
  expect(
    shown.flatMap((text, at) => sentences.filter((one) => text.includes(one)).map((one) => [at, one])),
  ).toEqual([])
  expect((await world.as(head).get(path)).body).toMatchObject({
    masked: true,
    version: 0,
    sheet: { heldFrom: anInterviewSheet().heldFrom, mode: 'office', purpose: '', emotionBefore: null },
    addenda: [{ text: '', reason: '' }],
    abilities: { change: 'not-you', addAddendum: 'not-you' },
  })
  expect((await world.as(worker).get(path)).body).toMatchObject({ masked: false })
  for (const language of languages)
    expect(await said(head, `/cases/${caseId}/documents/F03?language=${language}`)).toContain(
      maskedWords[language],
    )
  expect(await said(worker, forms[0] ?? '')).toContain(anInterviewSheet().observedWords)
})

test('an interview that was seen masked is never saved over what was told, and of an empty one nothing is said to be hidden', async () => {
  const { world, head, worker } = await anAgency()
  const { caseId } = await anOpenCase(world, worker)
  const draft = await anInterviewDraft(world, worker, caseId)
  const { sheet, version } = (await world.as(head).get(draft.path)).body
  // A program that read as the head and writes as the author: the sheet it holds is not whole.
  expect(await world.as(worker).put(draft.path, sheet, { version: Number(version) })).toMatchObject({
    status: 412,
  })
  expect((await world.as(worker).get(draft.path)).body).toMatchObject({
    sheet: anInterviewSheet(),
    version: draft.version,
  })
  const blank = untoldInterview({ ...anInterviewSheet(), heldFrom: null })
  await world.as(worker).put(draft.path, blank, { version: draft.version })
  expect((await world.as(head).get(draft.path)).body).toMatchObject({ masked: false, version: 3 })
})
