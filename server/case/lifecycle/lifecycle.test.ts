import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Stage, type WorkflowTemplate, workflowTemplate } from '#contract/codes/index.ts'
import { moved, nextStageOf, orderOf, stages, stagesAfter, type CaseFile } from './lifecycle.ts'

test.each(['server', 'web'])('every stage is a folder in %s/case', (side) => {
  expect(readdirSync(`${side}/case`)).toEqual(expect.arrayContaining([...stages]))
})

test('every folder in case is a stage, or one of the rooms beside them', () => {
  const beside = [
    'own-fields',
    'attachments',
    'coordination',
    'crisis',
    'lifecycle',
    'overview',
    'team',
    'timeline',
  ]
  const folders = ['server', 'web'].flatMap((side) =>
    readdirSync(`${side}/case`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  )
  expect(folders.filter((name) => ![...stages, ...beside].includes(name))).toEqual([])
})

const templates = workflowTemplate.codes

test.each(templates)('by %s every stage can be reached from the first, and can end', (template) => {
  expect(reachableFrom(template, orderOf[template][0])).toEqual(new Set(stages))
  for (const stage of stages) expect(reachableFrom(template, stage)).toContain('followup')
  expect(new Set(orderOf[template])).toEqual(new Set(stages))
  // The order that is drawn is one that the steps allow.
  for (const stage of stages.filter((one) => one !== 'followup'))
    expect(() => moved(caseAt(template, stage), nextStageOf({ template, stage }))).not.toThrow()
})

test('by DB62/T 4986 the assessment comes before the interview, and the plan after both (R-103)', () => {
  expect(orderOf['assessment-first'].slice(0, 3)).toEqual(['assessment', 'intake', 'plan'])
  expect(() => moved(caseAt('assessment-first', 'assessment'), 'plan')).toThrow('wrong-stage')
  expect(() => moved(caseAt('standard', 'assessment'), 'intake')).toThrow('wrong-stage')
})

const caseAt = (template: WorkflowTemplate, stage: Stage): CaseFile => ({
  id: 'c',
  agencyId: 'a',
  number: 'AN-2026-0001',
  clientId: 'p',
  inquiryId: null,
  caseManagerId: 'w',
  siteId: null,
  team: ['w'],
  stage,
  template,
  state: 'open',
  confidentiality: 'normal',
  serviceFields: [],
  clientGroups: [],
  riskLevel: 'low',
  emergency: false,
  openedAt: new Date(0),
  closedAt: null,
  archivedAt: null,
  keepUntil: null,
  version: 1,
})

function reachableFrom(template: WorkflowTemplate, stage: Stage, seen = new Set([stage])) {
  for (const next of stagesAfter[template][stage])
    if (!seen.has(next)) reachableFrom(template, next, seen.add(next))
  return seen
}
