import { randomUUID } from 'node:crypto'
import type { GiveConsent, RecordException } from '#contract/consent.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aRecordedPerson, aRelation } from '#server/people/people.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A grandmother agrees that the school is told about the assessment. Say only what matters to your test. */
export const aConsent = (but: Partial<GiveConsent> = {}): GiveConsent => ({
  id: randomUUID(),
  caseId: null,
  inquiryId: null,
  purpose: 'sharing',
  sensitiveKind: 'under-fourteen',
  sections: ['assessment'],
  receivers: [{ kind: 'school', name: '安宁小学' }],
  details: '',
  giver: 'guardian',
  guardianId: null,
  heard: '他说可以告诉刘老师，别的同学不行。',
  way: 'written',
  witness: '',
  validFrom: '2026-03-02',
  validUntil: '2026-12-31',
  noticeVersion: 1,
  noticeLanguage: 'zh-CN',
  ...but,
})

/** The school is told, because a law demands it. */
export const anException = (but: Partial<RecordException> = {}): RecordException => ({
  id: randomUUID(),
  caseId: null,
  inquiryId: null,
  ground: 'harm-to-minor',
  legalBasis: '《未成年人保护法》第十一条',
  reason: '孩子手臂上有新的伤痕，已向派出所报告。',
  sections: ['identity', 'assessment'],
  receivers: [{ kind: 'security', name: '安宁派出所' }],
  ...but,
})

/** The open case of a boy of eleven with his grandmother, who is his guardian. */
export async function aCaseOfAChild(world: World, worker: TestWorker) {
  const childId = await aRecordedPerson(world, worker, {
    name: '李小龙',
    birthDate: '2014-09-12',
    phone: '',
  })
  const guardianId = await aRecordedPerson(world, worker)
  await world.as(worker).post(`/people/${childId}/relations`, aRelation(guardianId))
  const { caseId, inquiryId } = await anOpenCase(world, worker, childId)
  return { caseId, inquiryId, childId, guardianId }
}

/** A consent that stands there, given by the guardian of the child in the case. */
export async function aGivenConsent(world: World, worker: TestWorker, but: Partial<GiveConsent> = {}) {
  const { caseId, childId, guardianId } = await aCaseOfAChild(world, worker)
  const consent = aConsent({ caseId, guardianId, ...but })
  const answer = await world.as(worker).post(`/people/${childId}/consents`, consent)
  if (answer.status !== 201) throw new Error(`The consent was not given: ${JSON.stringify(answer.body)}`)
  return { caseId, childId, guardianId, consent, path: `/people/${childId}/consents/${consent.id}` }
}
