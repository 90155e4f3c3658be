import { aFamily, anEcomap } from '#server/drawings/drawings.factory.ts'

type NewRow = readonly [table: string, row: Readonly<Record<string, unknown>>]

/** The family of the client, and an ecomap of the case, each with the canary as a name. */
export function drawnRows(
  canary: string,
  { personId, caseId }: Readonly<Record<string, string>>,
  written_by: string,
): readonly NewRow[] {
  const written = { written_by, written_at: '2026-03-02T01:00:00Z' }
  const family = aFamily()
  const persons = family.persons.map((person) => ({ ...person, name: canary }))
  const { days } = anEcomap({ centre: canary })
  return [
    ['family_sheets', { person_id: personId, family: JSON.stringify({ ...family, persons }), ...written }],
    ['ecomap_sheets', { case_id: caseId, days: JSON.stringify(days), ...written }],
  ]
}
