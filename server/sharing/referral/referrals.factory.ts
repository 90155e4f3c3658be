import { randomUUID } from 'node:crypto'
import type { OpenReferral, ReferralSheet } from '#contract/sharing.ts'
import { aConsent } from '#server/consent/consents.factory.ts'
import { aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import type { World } from '#server/testing/world.ts'

/** An elder of district B asks an agency for district A for help (seed 000). Say only what matters to your test. */
export const aReferralSheet = (but: Partial<ReferralSheet> = {}): ReferralSheet => ({
  kind: 'intake',
  reason: 'out-of-area',
  urgency: 'routine',
  way: 'agency',
  receiverAgencyId: null,
  receiverPartnerId: null,
  receiverKind: 'other',
  receiverName: '',
  receiverContact: '',
  receiverLanguage: 'zh-CN',
  serviceNeeded: '居家养老服务',
  summary: '独居老人，户籍和住处都在乙区，本机构只服务甲区。',
  done: '已介绍本机构的服务范围。',
  expectation: '由乙区机构评估并提供助餐和陪同就医。',
  accompaniment: 'arranged',
  sections: ['identity', 'contact', 'first-contact'],
  sensitiveKinds: [],
  replyBy: null,
  ...but,
})

export const aReferral = (but: Partial<OpenReferral> = {}): OpenReferral => ({
  ...aReferralSheet(),
  id: randomUUID(),
  caseId: null,
  inquiryId: null,
  ...but,
})

/** Two agencies, somebody in each, and an elder whose first contact was assessed and told to them. */
export async function anElderOfDistrictB(world: World) {
  const agencyId = await world.agency({ name: '甲区社工站' })
  const there = await world.agency({ name: '乙区社工站' })
  const supervisor = await world.worker(agencyId, { name: '赵督导', role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const receiver = await world.worker(there, { name: '马静' })
  const receiverHead = await world.worker(there, { role: 'agency-head', level: 1 })
  const personId = await aPerson(world, worker, '吴桂芝', '1948-05-04')
  const { id: inquiryId, version } = await aSharedInquiry(world, worker, personId, {
    trouble: '一个人住，做不动饭。',
  })
  return { agencyId, there, supervisor, worker, head, receiver, receiverHead, personId, inquiryId, version }
}

type Elder = Awaited<ReturnType<typeof anElderOfDistrictB>>

/** The elder agrees that the agency of district B is told some sections. */
export async function anElderConsents(world: World, { worker, personId }: Elder, but = {}) {
  const consent = aConsent({
    sensitiveKind: null,
    giver: 'client',
    heard: '',
    sections: ['identity', 'contact', 'first-contact'],
    receivers: [{ kind: 'other', name: '乙区社工站' }],
    ...but,
  })
  const answer = await world.as(worker).post(`/people/${personId}/consents`, consent)
  if (answer.status !== 201) throw new Error(`No consent: ${JSON.stringify(answer.body)}`)
  return consent.id
}

/** A referral of the elder that was sent, or is about to be. */
export async function anElderReferred(
  world: World,
  { sent = true, ...but }: Partial<OpenReferral> & { sent?: boolean } = {},
) {
  const elder = await anElderOfDistrictB(world)
  const consentId = await anElderConsents(world, elder)
  const referral = aReferral({ inquiryId: elder.inquiryId, receiverAgencyId: elder.there, ...but })
  const opened = await world.as(elder.worker).post(`/people/${elder.personId}/referrals`, referral)
  if (opened.status !== 201) throw new Error(`No referral: ${JSON.stringify(opened.body)}`)
  const path = `/people/${elder.personId}/referrals/${referral.id}`
  if (sent) {
    const answer = await world.as(elder.worker).put(`${path}/sending`, {}, { version: 1 })
    if (answer.status !== 200) throw new Error(`Not sent: ${JSON.stringify(answer.body)}`)
  }
  return {
    ...elder,
    consentId,
    referral,
    path,
    there: elder.there,
    came: `/received-referrals/${referral.id}`,
  }
}
