import type { ConsentFacts } from './case-facts.ts'
import { coded, signed, unsigned } from './coded.factory.ts'

/** The grandmother lets the school know what was agreed, and takes it back in spring. Every line of F04 is filled. */
export const someConsents = (): ConsentFacts[] => [
  {
    notice: '我们只为帮助您使用这些信息。有危险时我们必须告诉别人。',
    explainedIn: '中文',
    noticeVersion: 1,
    purpose: coded('consentPurpose', 'sharing'),
    sections: [coded('fileSection', 'assessment'), coded('fileSection', 'plan')],
    sensitiveKind: coded('sensitiveKind', 'under-fourteen'),
    receivers: [{ kind: coded('receiverKind', 'school'), name: '银滩路小学' }],
    details: '只说到校的安排，不说家里的事。',
    familyTakesPart: true,
    research: true,
    pictures: true,
    period: { from: '2026-02-02', until: '2026-08-31' },
    giver: coded('confirmer', 'guardian'),
    giverName: '王桂英',
    capacity: coded('consentCapacity', 'from-eight'),
    way: coded('consentWay', 'fingerprint'),
    heard: '小龙说可以告诉美术老师。',
    witness: '班主任 赵老师',
    withdrawnAt: '2026-05-06T02:00:00Z',
    withdrawnReason: '学校已经换了班主任。',
    signatures: { ...unsigned, worker: signed('陈思远', '2026-02-02T02:00:00Z', 'electronic') },
  },
]
