import { randomUUID } from 'node:crypto'

type Row = Readonly<Record<string, unknown>>
type Insert = (table: string, row: Row) => Promise<void>

/** A published questionnaire of the agency, as answers name it. */
export async function aPublishedRow(insert: Insert, agency_id: string, hand: string) {
  const id = randomUUID()
  const sheet = JSON.stringify({ title: 'x', languages: ['en'], defaultLanguage: 'en', lists: {}, nodes: [] })
  const at = '2026-03-01T01:00:00Z'
  const published = { published: 1, unpublished: false, retired: true }
  await insert('questionnaires', { agency_id, id, sheet, ...published, created_by: hand, created_at: at })
  const edition = { questionnaire_id: id, number: 1, sheet, published_by: hand, published_at: at }
  await insert('questionnaire_editions', { agency_id, ...edition })
  return id
}

/** What was answered to it, whose words are the canary. */
export const anAnsweredRow = (canary: string, questionnaire_id: string, recorded_by: string): Row => ({
  questionnaire_id,
  questionnaire_version: 1,
  way: 'screen',
  language: 'en',
  answered_on: '2026-03-01',
  answers: JSON.stringify({ why: canary }),
  recorded_by,
  recorded_at: '2026-03-02T01:00:00Z',
})
