import { expect, test } from 'vitest'
import { AssessmentSheet } from '#contract/case/assessment.ts'
import { besideEachOther, rowsBeside } from './compare.ts'
import { copiedSheet } from './copied-sheet.ts'

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const problem = { domain: null, cause: '', nature: null, degree: null, factors: '', since: '' }
const ranks = { clientRank: null, workerRank: null, difficulty: null }

const earlier = AssessmentSheet.parse({
  heldOn: '2026-03-02',
  place: '',
  methods: ['asking'],
  informants: '',
  explainedItems: [],
  presenting: 'x',
  strengths: [{ id: id(1), level: null, description: 'hands' }],
  physical: '',
  psychological: 'low',
  social: '',
  behaviour: '',
  limits: '',
  risks: '',
  problems: [{ id: id(2), description: 'out of school', ...problem, ...ranks }],
  needs: [{ id: id(3), description: 'company', clientWords: '', priority: null, problemIds: [id(2)] }],
  theories: [],
  needsCaseManagement: true,
  caseManagementReason: '',
  summary: 'x',
  suggestion: '',
})

test('a copy has changed nothing but its day, although every row has a new id', () => {
  let next = 10
  const later = copiedSheet(earlier, () => id((next += 1)))
  const changed = besideEachOther(earlier, later).filter((one) => one.changed)
  expect(changed.map(({ field }) => field)).toEqual(['heldOn'])
})

test('what is new and what is gone is marked, row by row', () => {
  const later = {
    ...earlier,
    psychological: 'better',
    strengths: [...earlier.strengths, { id: id(9), level: null, description: 'a friend' }],
    problems: [],
  }
  const changed = besideEachOther(earlier, later).filter((one) => one.changed)
  expect(changed.map(({ field }) => field)).toEqual(['strengths', 'psychological', 'problems'])
  expect(rowsBeside('strengths', { here: later, there: earlier, sign: 'new' })).toEqual([
    { text: 'hands', sign: 'same' },
    { text: 'a friend', sign: 'new' },
  ])
  expect(rowsBeside('problems', { here: earlier, there: later, sign: 'gone' })).toEqual([
    { text: 'out of school', sign: 'gone' },
  ])
})
