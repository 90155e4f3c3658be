import { expect, test } from 'vitest'
import { FormId, FormSheet, type SheetBlock, type SheetFact } from '#contract/documents.ts'
import { type Language, languages } from '#contract/language.ts'
import { aClosedCase } from './case-facts.factory.ts'
import type { CaseFacts } from './case-facts.ts'
import { definitions, sheetOf } from './index.ts'

const sheet = (formId: FormId, language: Language, changes: Partial<CaseFacts> = {}) =>
  sheetOf({ formId, language, facts: aClosedCase(changes) })

test.each(FormId.options)('%s keeps the promise made to the screen in every language', (formId) => {
  for (const language of languages)
    expect(FormSheet.parse(sheet(formId, language))).toMatchObject({ language })
})

test('labels speak the language asked for, what people typed stays', () => {
  expect(factIn(sheet('F15', 'ru'), 'reason')).toMatchObject({
    label: 'Причина закрытия',
    value: 'Цели достигнуты',
  })
  expect(factIn(sheet('F15', 'en'), 'reason')).toMatchObject({ value: 'Goals reached' })
  expect(factIn(sheet('F15', 'en'), 'main_problem').value).toBe(aClosedCase().closing?.mainProblem)
})

test('a changed name shows on every form (R-292)', () => {
  const facts = aClosedCase()
  const renamed = { header: { ...facts.header, client: '李小龙(新)' } }
  for (const formId of FormId.options) {
    expect(sheet(formId, 'zh-CN', renamed).header.flat()).toContainEqual(
      expect.objectContaining({ key: 'client', value: '李小龙(新)' }),
    )
  }
})

test('dates, moments, periods, numbers and levels follow the language', () => {
  expect(factIn(sheet('F07', 'zh-CN'), 'birth_date').value).toBe('2014年9月12日')
  expect(factIn(sheet('F07', 'en'), 'birth_date').value).toBe('12 September 2014')
  expect(factIn(sheet('F11', 'ru'), 'time').value).toBe('11.03.2026 09:30–11:10')
  expect(factIn(sheet('F15', 'ru'), 'gas_t').value).toBe('58,7')
  expect(factIn(sheet('F15', 'en'), 'gas_t').value).toBe('58.7')
  expect(tableIn(sheet('F09', 'en'), 'gas').rows.map(([level]) => level)).toEqual([
    '−2',
    '−1',
    '0',
    '+1',
    '+2',
  ])
})

test('what the record does not hold is an empty line, never "undefined" or "null"', () => {
  const nothing = {
    firstContact: null,
    assessment: null,
    plan: null,
    records: [],
    evaluation: null,
    closing: null,
  }
  for (const formId of FormId.options) {
    const printed = JSON.stringify(sheet(formId, 'en', nothing))
    expect(printed).not.toMatch(/undefined|null|NaN|\[object/)
  }
  expect(factIn(sheet('F15', 'en', nothing), 'reason').value).toBe('')
  expect(factIn(sheet('F11', 'en', nothing), 'purpose').value).toBe('')
})

test('an empty list says so in the language of the form', () => {
  const records = aClosedCase().records.map((record) => ({ ...record, resources: [] }))
  expect(tableIn(sheet('F11', 'ru', { records }), 'resources')).toMatchObject({
    rows: [],
    none: 'Записей нет',
  })
})

test('each contact has its own sheet of paper, each goal its own part', () => {
  expect(sheet('F11', 'en').sections.map(({ newPage }) => newPage)).toEqual([false, true])
  expect(
    sheet('F09', 'en')
      .sections.filter(({ key }) => key === 'goals')
      .map(({ title }) => title),
  ).toEqual(['3. Goal 1', '3. Goal 2'])
})

test('two short facts share a row, one left alone takes the whole', () => {
  const [first, second] = sheet('F15', 'en').header
  expect(first?.map(({ key }) => key)).toEqual(['agency', 'site'])
  expect(second).toHaveLength(2)
  const rows = sheet('F15', 'en').sections.flatMap(({ blocks }) => blocks.flatMap(rowsIn))
  expect(rows.find(([fact]) => fact?.key === 'participation')).toHaveLength(1)
})

test('a signature says who, how and when; a missing one is left to be signed', () => {
  const boxes = sheet('F09', 'en').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'signatures' ? block.boxes : [])),
  )
  expect(boxes.find(({ key }) => key === 'guardian_sign')).toMatchObject({
    signer: '王桂英',
    way: 'Fingerprint, 见证人：刘建国（居委会）',
    date: '20 February 2026 16:05',
  })
  const closing = sheet('F15', 'en').sections.at(-1)?.blocks.at(-1)
  expect(closing).toMatchObject({
    boxes: expect.arrayContaining([expect.objectContaining({ signer: '', date: '' })]),
  })
})

test('an agency prints its own wording and order without a programmer', () => {
  const [first, ...others] = definitions.F15.sections
  const own = {
    ...definitions.F15,
    title: { 'zh-CN': '结案单', en: 'Farewell', ru: 'Прощание' },
    sections: others,
  }
  const printed = sheetOf({ formId: 'F15', language: 'ru', facts: aClosedCase(), definition: own })
  expect(printed.title).toBe('Прощание')
  expect(printed.sections.map(({ key }) => key)).not.toContain(first?.key)
})

test('characters that no paper can hold are taken out; names stay as they are', () => {
  const facts = aClosedCase()
  const name = '\u0000𠮷\u0007田\uD800 {n} O’Neill'
  const printed = sheet('F07', 'en', { client: { ...facts.client, name } })
  expect(factIn(printed, 'basic').value).toBe('𠮷田\uFFFD {n} O’Neill')
})

const rowsIn = (block: SheetBlock) => (block.kind === 'facts' ? block.rows : [])

function factIn({ sections, header }: FormSheet, key: string): SheetFact {
  const all = [header, ...sections.flatMap(({ blocks }) => blocks.map(rowsIn))].flat(2)
  const found = all.find((fact) => fact.key === key)
  if (!found) throw new Error(`no fact ${key}`)
  return found
}

function tableIn({ sections }: FormSheet, key: string) {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  const found = tables.find((table) => table.key === key)
  if (!found) throw new Error(`no table ${key}`)
  return found
}
