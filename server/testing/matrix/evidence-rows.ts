type NewRow = readonly [table: string, name: string, row: Readonly<Record<string, unknown>>]

/** What was collected in a case: the notice, a visit, a finding. */
export const evidenceRows = (canary: string, recorded_by: string): readonly NewRow[] => {
  const recorded = { recorded_by, recorded_at: '2026-03-02T01:00:00Z' }
  const notice = { told_to: 'client', told_to_name: canary, told_on: '2026-03-01', way: 'spoken' }
  const visit = { kind: 'home-visit', held_on: '2026-03-01', met: canary, findings: canary }
  const finding = { field: 'family', matter: canary, side: 'strength', level: 'family' }
  return [
    [
      'collection_notices',
      'collectionNoticeId',
      { ...notice, language: 'en', limits_told: true, ...recorded },
    ],
    ['collection_contacts', 'collectionContactId', { ...visit, ...recorded }],
    ['findings', 'findingId', { ...finding, ...recorded }],
  ]
}

/** What somebody said to the finding. */
export const aSourceRow = (canary: string, ids: Readonly<Record<string, string>>, recorded_by: string) => ({
  finding_id: ids['findingId'],
  says: canary,
  stance: 'agrees',
  said_by: 'family',
  said_by_name: canary,
  method: 'asking',
  learned_on: '2026-03-01',
  recorded_by,
  recorded_at: '2026-03-02T01:00:00Z',
})
