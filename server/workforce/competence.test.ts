import { expect, test } from 'vitest'
import { occupationalLevel } from '#contract/codes/agencies.ts'
import {
  type Competence,
  competenceFor,
  lowestLevelFor,
  mayAlone,
  mayCosign,
  needsCosignature,
  type SignedAct,
} from './competence.ts'

const competences = Object.keys(lowestLevelFor) as Competence[]
const acts = Object.keys(competenceFor) as SignedAct[]

test('a higher level may do all that a lower level may, and more', () => {
  const [four, three, two, one] = occupationalLevel.levels.map((level) =>
    competences.filter((competence) => mayAlone(level, competence)),
  )
  expect(three).toEqual(expect.arrayContaining(four ?? []))
  expect(two).toEqual(expect.arrayContaining(three ?? []))
  expect(one).toEqual(competences)
  expect([four, three, two, one].map((able) => able?.length)).toEqual([6, 12, 16, 20])
})

test.each([
  ['first-interview', 4],
  ['interview-outline', 3],
  ['full-assessment', 3],
  ['draft-plan', 4],
  ['final-plan', 3],
  ['supervision', 2],
  ['complex-cases', 2],
  ['agency-coordination', 1],
] as const)('%s needs level %i and no more', (competence, lowest) => {
  for (const level of occupationalLevel.levels) expect(mayAlone(level, competence)).toBe(level <= lowest)
})

test.each(['assessment', 'plan', 'agreement', 'evaluation', 'referral', 'follow-up'] as const)(
  'a worker of level 4 signs %s together with a colleague of level 3 or higher',
  (act) => {
    expect(needsCosignature(4, act)).toBe(true)
    expect(mayCosign(4, act)).toBe(false)
    expect(needsCosignature(3, act)).toBe(false)
    expect(mayCosign(3, act)).toBe(true)
  },
)

test.each(['intake-interview', 'preliminary-assessment', 'process-record', 'closing'] as const)(
  'a worker of level 4 signs %s alone',
  (act) => {
    expect(needsCosignature(4, act)).toBe(false)
  },
)

test('a worker without a level signs nothing alone', () => {
  for (const act of acts) {
    expect(needsCosignature(null, act)).toBe(true)
    expect(mayCosign(null, act)).toBe(false)
  }
})
