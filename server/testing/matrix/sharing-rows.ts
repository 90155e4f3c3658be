import { createHash } from 'node:crypto'

type NewRow = readonly [table: string, name: string, row: Readonly<Record<string, unknown>>]

/** A referral out of the case that is still written: every text in it sings. */
export const sharingRows = (
  canary: string,
  { personId }: Readonly<Record<string, string>>,
  author_id: string,
): readonly NewRow[] => [
  [
    'referrals',
    'referralId',
    {
      person_id: personId,
      kind: 'partial',
      reason: 'new-need',
      urgency: 'routine',
      way: 'paper',
      receiver_kind: 'school',
      receiver_name: canary,
      receiver_contact: canary,
      receiver_language: 'en',
      service_needed: canary,
      summary: canary,
      done: canary,
      expectation: canary,
      sections: ['assessment'],
      moved_at: '2026-03-02T01:00:00Z',
      author_id,
      created_at: '2026-03-02T01:00:00Z',
    },
  ],
]

/** A secure link to it that has ended: whoever ends it once more is told so, and nothing is written. */
export const aLinkRow = (canary: string, ids: Readonly<Record<string, string>>, issued_by: string) => ({
  purpose: 'referral',
  subject_id: ids['referralId'],
  person_id: ids['personId'],
  receiver_name: canary,
  language: 'en',
  token_hash: createHash('sha256').update(canary).digest(),
  factor: 'code',
  factor_mark: canary,
  issued_by,
  issued_at: '2026-03-01T01:00:00Z',
  expires_at: '2027-01-01T00:00:00Z',
  ended_at: '2026-03-02T01:00:00Z',
  ended_why: 'revoked',
})

/** The same of a link to the client of the case. */
export const aClientLinkRow = (canary: string, ids: Readonly<Record<string, string>>, issued_by: string) => ({
  ...aLinkRow(`${canary} client`, ids, issued_by),
  purpose: 'confirmation',
  subject_id: ids['assessmentId'],
  receiver_id: ids['personId'],
  receiver_name: canary,
  factor_mark: canary,
})
