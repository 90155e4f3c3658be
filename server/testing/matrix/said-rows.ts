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
