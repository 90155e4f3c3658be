import { expect, test } from 'vitest'
import { repeatedRow } from '#contract/rows.ts'
import { aCaseInAssessment, aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aDraftEvaluation } from '#server/case/evaluation/evaluation.factory.ts'
import { aCaseToPlan, aDraftPlan, anActivePlan } from '#server/case/plan/plan.factory.ts'
import { testWorld, type TestWorker, type World } from './world.ts'

type Sheet = Readonly<Record<string, unknown>>
type Draft = Readonly<{ path: string; sheet: Sheet; version: number }>

const drafts: Readonly<Record<string, (world: World, worker: TestWorker) => Promise<Draft>>> = {
  assessment: async (world, worker) =>
    aDraftAssessment(world, worker, (await aCaseInAssessment(world, worker)).caseId),
  plan: async (world, worker) => aDraftPlan(world, worker, await aCaseToPlan(world, worker)),
  evaluation: async (world, worker) =>
    aDraftEvaluation(world, worker, (await anActivePlan(world, worker)).caseId),
}

test.each([
  ['assessment', 'problems'],
  ['assessment', 'needs'],
  ['assessment', 'strengths'],
  ['plan', 'goals'],
  ['plan', 'services'],
  ['plan', 'steps'],
  ['evaluation', 'goalRatings'],
] as const)(
  'a row of the %s that stands twice among its %s is named, and nothing is written',
  async (kind, list) => {
    const world = await testWorld()
    const worker = await world.worker(await world.agency())
    const { path, sheet, version } = (await drafts[kind]?.(world, worker)) ?? {
      path: '',
      sheet: {},
      version: 0,
    }
    const rows = Array.isArray(sheet[list]) ? sheet[list] : []
    const before = await world.counts()
    const refused = await world.as(worker).put(path, { ...sheet, [list]: [...rows, rows[0]] }, { version })
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', fields: [{ path: `${list}.${rows.length}`, code: repeatedRow }] },
    })
    expect(await world.counts()).toEqual(before)
  },
)
