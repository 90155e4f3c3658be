import { expect, test } from 'vitest'
import { FormId } from '#contract/documents.ts'
import { aClosedCase } from './case-facts.factory.ts'
import { labelOfCode } from './code-labels.ts'
import { definitions } from './definitions.ts'
import type { FormDefinition, Labels, Section } from './form.ts'
import { follow, layOut } from './sheet.ts'

const forms = FormId.options.map((id) => definitions[id])
const header = 'agency site case_no client worker supervisor form_date restricted'

/** The fields of the form standard that each of our forms must hold. */
const required: Readonly<Record<FormId, string>> = {
  F03: `place time mode attendees participants outline purpose process evaluation suggestions tasks expectations emotion
    reactions prelim_agreement next_step next_date late worker_sign supervisor_opinion supervisor_sign`,
  F04: `giver age_rule purpose kinds confidentiality share_with withhold family_eval stat_use recording validity withdraw
    explained_in client_sign guardian_sign worker_sign`,
  F07: `open_date basic field group guardian family family_income housing health ability history legal
    support_formal support_informal resources workers case_grade contents close_info
    worker_sign supervisor_opinion supervisor_sign`,
  F08: `assess_type dates methods informants presenting physical psychological social behaviour economy culture
    strengths weaknesses problems cross_check scales risk needs theory complexity summary suggestion client_view
    client_sign guardian_sign worker_sign supervisor_opinion supervisor_sign`,
  F09: `need long_goal mid_goal short_goal indicator gas services client_steps worker_steps other_steps order
    start_due monitor result review_date
    client_sign guardian_sign worker_sign supervisor_opinion supervisor_sign`,
  F11: `seq time place mode target seen purpose issues performance interaction intervention progress difficulty
    solution judgement resources next_goal next_date recorded_at worker_sign supervisor_opinion supervisor_sign`,
  F15: `open_close main_problem services_sum reason reason_note attain outcome gap client_view reaction
    reaction_care notice review future referred follow_plan caregiver lessons archive
    client_sign guardian_sign worker_sign supervisor_opinion supervisor_sign head_sign`,
}

/** Optional pictures that come with the drawings of relations and with attachments. */
const waiting = ['photo', 'genogram', 'ecomap']

test.each(FormId.options)('%s holds every field of its standard', (id) => {
  const keys = keysOf(definitions[id])
  for (const key of [...header.split(' '), ...required[id].split(/\s+/)]) expect(keys).toContain(key)
})

test('pictures are still waiting, and only they', () => {
  for (const key of waiting) expect(keysOf(definitions.F07)).not.toContain(key)
})

test.each(FormId.options)('%s is worded in Chinese, English and Russian', (id) => {
  for (const label of labelsOf(definitions[id])) {
    expect(label['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(label.en).toMatch(/^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]+$/u)
    expect(label.ru).toMatch(/[\p{Script=Cyrillic}№]/u)
  }
})

test.each(FormId.options)('every path of %s leads somewhere in a whole case', (id) => {
  expect(deadEnds(definitions[id])).toEqual([])
})

test('a path that leads nowhere would be found', () => {
  const section: Section = {
    key: 'wrong',
    title: definitions.F15.title,
    rows: [{ kind: 'facts', fields: [{ ...wrongField, from: 'closing.reasons' }] }],
  }
  expect(deadEnds({ ...definitions.F15, sections: [section] })).toEqual(['closing.reasons'])
})

test('a definition is plain data: it survives JSON and gives the same sheet', () => {
  for (const form of forms) {
    const copy: FormDefinition = JSON.parse(JSON.stringify(form))
    const order = { language: 'ru', label: labelOfCode } as const
    expect(layOut(copy, aClosedCase(), order)).toEqual(layOut(form, aClosedCase(), order))
  }
})

test('form C is also the written plan with its eight parts (R-137)', () => {
  expect(definitions.F09.sections.map(({ key }) => key)).toEqual([
    'basic',
    'needs',
    'goals',
    'strategy',
    'timetable',
    'rights',
    'evaluation',
    'signatures',
  ])
  expect(keysOf(definitions.F09)).toEqual(
    expect.arrayContaining(['client_steps', 'timetable', 'evaluation_way']),
  )
})

test('columns share the page without leaving or wanting any', () => {
  const tables = forms.flatMap(rowsOf).flatMap((row) => (row.kind === 'table' ? [row] : []))
  const shares = tables.map(({ columns }) => columns.reduce((sum, { width }) => sum + width, 0))
  expect(shares).toEqual(tables.map(() => 100))
})

const wrongField = { key: 'wrong', label: definitions.F15.title, size: 'half' } as const

const rowsOf = (form: FormDefinition) => form.sections.flatMap(({ rows }) => rows)

function keysOf(form: FormDefinition): string[] {
  const inRows = rowsOf(form).flatMap((row) => {
    if (row.kind === 'facts') return row.fields.map(({ key }) => key)
    return row.kind === 'table' ? [row.key] : row.signers.map(({ key }) => key)
  })
  return [...form.header.map(({ key }) => key), ...inRows]
}

function labelsOf(form: FormDefinition): Labels[] {
  const inRows = rowsOf(form).flatMap((row) => {
    if (row.kind === 'facts') return row.fields.map(({ label }) => label)
    if (row.kind === 'table') return [row.label, ...row.columns.map(({ label }) => label)]
    return [row.dateLabel, ...row.signers.map(({ label }) => label)]
  })
  const titles = form.sections.map(({ title }) => title)
  return [form.title, form.standard, ...titles, ...form.header.map(({ label }) => label), ...inRows]
}

/** Paths without a property at their end, tried on the first item of each list of the example. */
function deadEnds(form: FormDefinition): string[] {
  const example = aClosedCase()
  const inSections = form.sections.flatMap(({ each, rows }) => {
    const start = each === undefined ? example : firstOf(follow(each, example))
    return rows.flatMap((row) => {
      if (row.kind === 'facts') return row.fields.map(({ from }) => [from, start] as const)
      if (row.kind === 'signatures')
        return row.signers.map(({ from }) => [`${row.from}.${from}`, start] as const)
      const first = firstOf(follow(row.from, start))
      return [[row.from, start] as const, ...row.columns.map(({ from }) => [from, first] as const)]
    })
  })
  const inHeader = form.header.map(({ from }) => [from, example] as const)
  return [...inHeader, ...inSections].filter(([path, start]) => !leads(path, start)).map(([path]) => path)
}

function leads(path: string, start: unknown): boolean {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const owner = steps.length === 0 ? start : follow(steps.join('.'), start)
  return typeof owner === 'object' && owner !== null && Object.hasOwn(owner, last)
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined
}
