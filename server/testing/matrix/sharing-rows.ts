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
