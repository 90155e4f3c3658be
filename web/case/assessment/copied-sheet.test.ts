import { expect, test } from 'vitest'
import { AssessmentSheet } from '#contract/case/assessment.ts'
import { copiedSheet } from './copied-sheet.ts'

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-${String(from + at).padStart(12, '0')}`)

const [school = '', sleep = '', gone = '', need = '', strength = ''] = ids(5)

const unanalysed = {
  domain: null,
  cause: '',
  nature: null,
  degree: null,
  factors: '',
  since: '',
  clientRank: null,
  workerRank: null,
  difficulty: null,
}
const problem = (id: string, description: string) => ({ ...unanalysed, id, description })

const earlier = AssessmentSheet.parse({
  heldOn: '2026-03-02',
  place: '家中',
  methods: ['asking'],
  informants: '',
  explainedItems: ['purpose'],
  presenting: '“我不想去学校。”',
  strengths: [{ id: strength, level: null, description: '手很巧' }],
  physical: '',
  psychological: '',
  social: '',
  behaviour: '',
  limits: '',
  risks: '',
  problems: [problem(school, '停学'), problem(sleep, '失眠')],
  needs: [{ id: need, description: '有人陪伴', clientWords: '', priority: null, problemIds: [sleep, gone] }],
  theories: [],
  needsCaseManagement: true,
  caseManagementReason: '',
  summary: '',
  suggestion: '',
})

test('a new assessment begins with the earlier text, its rows under new ids and its needs still linked', () => {
  const fresh = ids(20, 100).values()
  const copy = copiedSheet(earlier, () => fresh.next().value ?? '')
  expect(copy).toMatchObject({ presenting: earlier.presenting, heldOn: null, explainedItems: [] })
  expect(copy.needs[0]?.problemIds).toEqual([copy.problems[1]?.id])
  const old = [school, sleep, need, strength]
  const rows = [...copy.problems, ...copy.needs, ...copy.strengths]
  expect(rows.filter(({ id }) => old.includes(id))).toEqual([])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4)
  expect(AssessmentSheet.parse(copy)).toEqual(copy)
})
