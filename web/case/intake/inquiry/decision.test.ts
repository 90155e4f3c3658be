import { expect, test } from 'vitest'
import { decisionToSend, emptyDecision } from './decision.ts'

const draft = {
  ...emptyDecision('00000000-0000-4000-8000-000000000001'),
  reason: '超出服务范围',
  referredTo: '区残联',
  referralReason: 'out-of-scope' as const,
  informationGiven: '低保申请指南',
  serviceFields: ['community-care' as const],
}

test.each([
  ['accept', ['caseManagerId', 'serviceFields', 'siteId']],
  ['refer', ['referredTo', 'referralReason']],
  ['information-only', ['informationGiven', 'potentialKind']],
  ['wait', []],
  ['not-now', ['notNowReason', 'potentialKind']],
] as const)('deciding %s sends its reason and only what belongs to it', (decision, own) => {
  const sent = decisionToSend({ ...draft, decision })
  expect(Object.keys(sent).toSorted()).toEqual(['decision', 'reason', ...own].toSorted())
})
