import { expect, test } from 'vitest'
import { FormId } from '#contract/documents.ts'
import { languages } from '#contract/language.ts'
import {
  aCaseToPlan,
  aConfirmation,
  aGuardian,
  anActivePlan,
  aSignedPlan,
} from '#server/case/plan/plan.factory.ts'
import { aGivenConsent } from '#server/consent/consents.factory.ts'
import { aFamily, anEcomap } from '#server/drawings/drawings.factory.ts'
import { wordParts, wordText } from '#server/testing/word-file.ts'
import { testWorld } from '#server/testing/world.ts'

async function aCaseWithAPlan() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const plan = await anActivePlan(world, worker)
  return { world, agencyId, worker, caseId: plan.caseId }
}

/** Every value of a form, as a reader of the paper sees them. */
const textOf = (form: unknown) => JSON.stringify(form)

test('the forms are filled from what was entered, in three languages, and the minor’s capacity follows from his age', async () => {
  const { world, worker, caseId } = await aCaseWithAPlan()
  const [goal] = await world.rows<{ statement: string }>(
    `select statement from goals where term = 'short-term' limit 1`,
  )
  const capacity = { 'zh-CN': '限制民事行为能力', en: 'Limited capacity', ru: 'Ограниченная дееспособность' }
  for (const language of languages) {
    const plan = await world.as(worker).get(`/cases/${caseId}/documents/F09?language=${language}`)
    expect(plan.status).toBe(200)
    expect(textOf(plan.body)).toContain(goal?.statement)
    expect(textOf(plan.body)).toContain(capacity[language])
  }
})

test.each(FormId.options)(
  '%s leaves as Word and PDF, and each print is told in the story and on the audit',
  async (form) => {
    const { world, worker, caseId } = await aCaseWithAPlan()
    for (const [format, beginning] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const answer = await world.app.inject({
        url: `/api/cases/${caseId}/documents/${form}/file?language=ru&format=${format}`,
        headers: { authorization: `Bearer ${worker.token}` },
      })
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.subarray(0, beginning.length).toString('latin1')).toBe(beginning)
      expect(answer.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="[\\w.-]+-${form}-ru.${format}"$`, 'u'),
      )
    }
    expect((await world.story()).filter((line) => line === 'document-printed')).toHaveLength(2)
    expect(
      await world.rows(`select 1 from audit_log where act = 'print' and case_id = $1`, [caseId]),
    ).not.toEqual([])
  },
)

test('the assessment form shows the family as it was written and the newest ecomap', async () => {
  const { world, worker, caseId } = await aCaseWithAPlan()
  const api = world.as(worker)
  const { body } = await api.get(`/cases/${caseId}`)
  const clientId = String(body['client']?.['id'])
  const pictures = async () => {
    const form = await api.get(`/cases/${caseId}/documents/F08?language=zh-CN`)
    return [...(form.body['sections'] ?? [])].find(({ key }) => key === 'pictures')
  }
  const before = textOf(await pictures())
  expect((await api.put(`/people/${clientId}/family`, aFamily(clientId), { version: 0 })).status).toBe(200)
  expect((await api.put(`/cases/${caseId}/ecomaps`, anEcomap(), { version: 0 })).status).toBe(200)
  const after = textOf(await pictures())
  expect(before).not.toContain('李强')
  expect(after).toContain('李强')
  expect(after).toContain('第三小学')
})

test('the printed plan says who has not confirmed it yet, and no more of whoever has', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const place = await aCaseToPlan(world, worker)
  const guardianId = await aGuardian(world, worker, place.clientId)
  const signed = await aSignedPlan(world, worker, place)
  const awaited = async () => {
    const { rawPayload } = await world.app.inject({
      url: `/api/cases/${place.caseId}/documents/F09/file?language=en&format=docx`,
      headers: { authorization: `Bearer ${worker.token}` },
    })
    const paper = wordText(wordParts(rawPayload).get('word/document.xml') ?? '').join('\n')
    return Array.from(
      paper.matchAll(/Not confirmed yet: (.*), awaited since \d+ \w+ \d{4}/gu),
      ([, name]) => name,
    )
  }
  const confirm = (as: 'client' | 'guardian', personId: string) =>
    world.as(worker).post(`${signed.path}/confirmations`, aConfirmation(as, personId))
  expect(await awaited()).toEqual(['李小龙', '王桂英'])
  await confirm('client', place.clientId)
  expect(await awaited()).toEqual(['王桂英'])
  await confirm('guardian', guardianId)
  expect(await awaited()).toEqual([])
})

test('a consent is printed as it was given and withdrawn, with the notice in the language in which it was told', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId, consent, path } = await aGivenConsent(world, worker, { noticeLanguage: 'ru' })
  await world.as(worker).put(`${path}/withdrawal`, { reason: '换了学校。' }, { version: 1 })
  const form = (recordId: string) =>
    world.as(worker).get(`/cases/${caseId}/documents/F04?language=en&recordId=${recordId}`)
  const sheet = textOf((await form(consent.id)).body)
  const [notice] = await world.rows<{ words_ru: string }>('select words_ru from consent_notices')
  for (const said of [
    '安宁小学',
    '他说可以告诉刘老师',
    '换了学校。',
    'Sharing with named receivers',
    'Russian',
  ])
    expect(sheet).toContain(said)
  expect(sheet).toContain(JSON.stringify(notice?.words_ru).slice(1, 60))
  expect(textOf((await form(caseId)).body)).not.toContain('安宁小学')
})

test('nobody prints a case that they do not see, and nothing is told of it', async () => {
  const { world, agencyId, caseId } = await aCaseWithAPlan()
  const colleague = await world.worker(agencyId)
  const before = await world.counts()
  const file = await world.as(colleague).get(`/cases/${caseId}/documents/F07/file?language=en&format=pdf`)
  const sheet = await world.as(colleague).get(`/cases/${caseId}/documents/F07?language=en`)
  expect([file.status, sheet.status]).toEqual([404, 404])
  expect(await world.counts()).toEqual(before)
})
