import { sharingRows } from './sharing-rows.ts'

type NewRow = readonly [table: string, name: string, row: Readonly<Record<string, unknown>>]

/** A guardian's consent that the school is told, what was done without, and a referral: the table, the name of the id, and the row. */
export const consentRows = (
  canary: string,
  ids: Readonly<Record<string, string>>,
  recorded_by: string,
): readonly NewRow[] => [
  [
    'consents',
    'consentId',
    {
      person_id: ids['personId'],
      purpose: 'sharing',
      sensitive_kind: 'under-fourteen',
      sections: ['assessment'],
      receivers: JSON.stringify([{ kind: 'school', name: canary }]),
      giver: 'guardian',
      giver_id: ids['relativeId'],
      giver_name: canary,
      capacity: 'from-eight',
      heard: canary,
      way: 'written',
      valid_from: '2026-03-01',
      valid_until: '2027-03-01',
      notice_version: 1,
      notice_language: 'en',
      recorded_by,
      recorded_at: '2026-03-02T01:00:00Z',
    },
  ],
  [
    'consent_exceptions',
    'exceptionId',
    {
      person_id: ids['personId'],
      ground: 'life-or-health',
      reason: canary,
      recorded_by,
      recorded_at: '2026-03-02T01:00:00Z',
    },
  ],
  ...sharingRows(canary, ids, recorded_by),
]
