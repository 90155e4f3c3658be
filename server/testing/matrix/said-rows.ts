import { randomUUID } from 'node:crypto'

/** Who the client is to the agency, and whether they came of their own will. */
export function saidOverTime(
  canary: string,
  { personId }: Readonly<Record<string, string>>,
  recorded_by: string,
) {
  const said = { reason: canary, since: '2026-03-01', recorded_by, recorded_at: '2026-03-02T01:00:00Z' }
  const potential = { standing: 'potential', kind: 'needs-not-asked', place: 1 }
  return [
    ['client_standings', 'standingId', { person_id: personId, ...potential, ...said }],
    ['client_kinds', 'clientKindId', { person_id: personId, kind: 'voluntary', ...said }],
  ] as const
}

/** An hour in which the assessment is talked about. */
export const anAssessmentAppointment = (canary: string, worker: string) => ({
  kind: 'assessment',
  starts_at: '2026-03-04T01:00:00Z',
  ends_at: '2026-03-04T02:00:00Z',
  mode: 'office',
  place: canary,
  purpose: canary,
  worker_ids: [worker],
  privacy: 'private',
  booked_by: worker,
  booked_at: '2026-03-02T01:00:00Z',
})

/** An opening by break-glass that is over and waits for its review. */
export const anOpening = (canary: string, worker_id: string) => ({
  case_number: canary,
  worker_id,
  principal_id: randomUUID(),
  ground: 'medical',
  reason: canary,
  opened_at: '2026-03-01T20:00:00Z',
  until: '2026-03-01T20:30:00Z',
  ended_at: '2026-03-01T20:30:00Z',
  review_due_at: '2026-03-04T20:00:00Z',
})

/** What was learned after the interview was signed. */
export const anAddendum = (
  canary: string,
  { interviewId }: Readonly<Record<string, string>>,
  author_id: string,
) => ({
  subject_kind: 'interview',
  subject_id: interviewId,
  text: canary,
  reason: canary,
  author_id,
  at: '2026-03-02T01:00:00Z',
})
