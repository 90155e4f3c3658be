import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyNode, type Question } from '#contract/questionnaires/index.ts'
import { remarkSentence } from '#contract/questionnaires/report.ts'
import { readWorkbook, writeSheets } from '#server/platform/spreadsheets/index.ts'
import { exportXlsForm } from './export.ts'
import { importXlsForm } from './import.ts'
import { headingOf } from './headings.ts'
import { rowType } from './types.ts'

type Rows = readonly (readonly string[])[]
const sheet = (name: string, ...rows: Rows) => ({ name, rows })
const choices = sheet(
  'choices',
  ['list_name', 'name', 'label::English (en)', 'label::中文 (zh)', 'county'],
  ['yn', 'yes', 'Yes', '是'],
  ['yn', 'no', 'No', '否'],
  ['towns', 'a', 'A', '甲', 'north'],
  ['towns', 'b', 'B', '乙', 'south'],
)
const form = (...rows: Rows) => importXlsForm([sheet('survey', ...rows), choices], 'a form')
const questions = (imported: ReturnType<typeof importXlsForm>) =>
  everyNode(imported.questionnaire.nodes).filter((node): node is Question => node.kind === 'question')
const remarks = ({ report }: ReturnType<typeof importXlsForm>) =>
  report.remarks.map(({ row, code, detail }) => [row, code, detail])

test('every kind of question, old and new, becomes one that can be answered', () => {
  const said = {
    text: 'text',
    string: 'text',
    'add text prompt': 'text',
    integer: 'integer',
    int: 'integer',
    decimal: 'decimal',
    date: 'date',
    time: 'time',
    dateTime: 'date-time',
    note: 'note',
    calculate: 'calculate',
    hidden: 'hidden',
    acknowledge: 'acknowledge',
    trigger: 'acknowledge',
    range: 'range',
    start: 'start',
    end: 'end',
    today: 'today',
    username: 'username',
  }
  for (const [type, meant] of Object.entries(said))
    expect(rowType(type)).toMatchObject({ is: 'question', type: meant })
  const selects = [
    'select_one yn',
    'select one yn',
    'select one from yn',
    'select1 yn',
    'SELECT_ONE  yn',
    'select_one_external yn',
    'add select one prompt using yn',
  ]
  for (const type of selects) expect(rowType(type)).toMatchObject({ type: 'select-one', list: 'yn' })
  for (const type of ['select_multiple yn', 'select all that apply from yn', 'select multiple yn'])
    expect(rowType(type)).toMatchObject({ type: 'select-multiple', list: 'yn', other: false })
  expect(rowType('select_multiple yn or_other')).toMatchObject({ list: 'yn', other: true })
  expect(rowType('select one from yn or specify other')).toMatchObject({ list: 'yn', other: true })
  expect(rowType('select_one_from_file towns.csv')).toMatchObject({ list: 'towns.csv' })
  expect(rowType('rank yn')).toMatchObject({ type: 'rank', list: 'yn' })
  for (const edge of ['begin group', 'begin_group', 'Begin Group'])
    expect(rowType(edge)).toEqual({ is: 'begin', what: 'group' })
  expect(['geopoint', 'image', 'barcode', 'osm buildings'].map((type) => rowType(type)?.is)).toEqual(
    Array.from({ length: 4 }, () => 'as-text'),
  )
  expect(['deviceid', 'audit', 'background-audio'].map((type) => rowType(type)?.is)).toEqual(
    Array.from({ length: 3 }, () => 'from-device'),
  )
  expect(rowType('hologram')).toBeNull()
})

test('headings in all their spellings', () => {
  const read = (text: string) => Object.values(headingOf(text) ?? {}).join('|')
  expect(read('label::English (en)')).toBe('label||English (en)')
  expect(read('label:English')).toBe('label||English')
  expect(read('Constraint Message :: 中文 (zh)')).toBe('constraint_message||中文 (zh)')
  expect(read('bind:jr:constraintMsg')).toBe('constraint_message||default')
  expect(read('bind::relevant')).toBe('relevant||default')
  expect(read('media::image::fr')).toBe('media|image|fr')
  expect(read('image::english')).toBe('media|image|english')
  expect(read('readonly')).toBe('read_only||default')
  expect(read('calculate')).toBe('calculation||default')
  expect(read('jr:count')).toBe('repeat_count||default')
  expect(read('list name')).toBe('list_name||default')
})

test('what cannot be taken stands in the report, with its row and in words', () => {
  const imported = form(
    ['type', 'name', 'label', 'relevant', 'calculation', 'constraint', 'choice_filter', 'colour'],
    ['text', 'a', 'A', '${nobody} = 1', '', '', '', 'red'],
    ['hologram', 'b', 'B'],
    ['', '', 'lost words'],
    ['select_one gone', 'c', 'C', '', '', '', 'x = 1'],
    ['calculate', 'd', '', '', "pulldata('f', 'a', 'b', 'c')"],
    ['integer', 'e', 'E', '', '', ". > 0 and 'open"],
    ['text', '1 bad name', 'F', '', '', "regex(., '(?=x)')"],
    ['text', 'a', 'again'],
    ['select_one towns', 'g', 'G', '', '', '', 'county = north'],
    ['end group'],
    ['begin group', 'open', 'Open'],
    ['xml-external', 'x'],
  )
  expect(remarks(imported)).toEqual([
    [1, 'column-unknown', 'colour'],
    [2, 'reference-unknown', 'nobody'],
    [3, 'type-unknown', 'hologram'],
    [4, 'row-without-type', 'lost words'],
    [5, 'list-missing', 'gone'],
    [5, 'filter-unused', 'x = 1'],
    [6, 'function-unknown', "pulldata('f', 'a', 'b', 'c') (pulldata())"],
    [7, 'expression-unreadable', ". > 0 and 'open ('open)"],
    [8, 'name-changed', '1 bad name → _1_bad_name'],
    [8, 'pattern-unknown', "regex(., '(?=x)') ((?=x))"],
    [9, 'name-changed', 'a → a_2'],
    [10, 'word-is-no-column', 'north'],
    [11, 'end-without-begin', 'end group'],
    [12, 'begin-without-end', 'begin group open'],
    [12, 'group-empty', 'open'],
    [13, 'type-unsupported', 'xml-external'],
    [0, 'list-unused', 'yn'],
  ])
  expect(imported.report).toMatchObject({ rows: 12, taken: 8 })
  const sentences = imported.report.remarks.map((remark) => remarkSentence(remark))
  for (const sentence of sentences) expect(Object.values(sentence).join('')).not.toContain('{detail}')
  expect(questions(imported).map(({ name }) => name)).toEqual(['a', 'c', 'd', 'e', '_1_bad_name', 'a_2', 'g'])
})

test('what stands where nobody reads it is told: on groups and ends, above headings, in two sheets, in dead formulas', () => {
  const survey = {
    ...sheet(
      'survey',
      ['A survey of 2024'],
      ['type', 'name', 'label', 'relevant', 'calculation', 'repeat_count', 'required', 'reverse'],
      ['begin group', 'g', 'G', '', '1 + 1', '3', 'no'],
      ['select_one l', 'a', 'A', '', '${last-saved#b}', '4', '', 'yes'],
      ['end group', 'g', '', '${a} = 1'],
      ['text', 'b', 'B'],
    ),
    deadFormulas: [{ row: 5, column: 3, formula: '=A1' }],
  }
  const list = ['list_name', 'name', 'label']
  const imported = importXlsForm(
    [
      survey,
      sheet('choices', list, ['l', 'x', 'X']),
      sheet('external_choices', list, ['l', 'y', 'Y']),
      sheet('settings', ['form_title'], ['T'], ['another']),
    ],
    'a form',
  )
  expect(remarks(imported)).toEqual([
    [3, 'settings-row-ignored', 'another'],
    [1, 'rows-above-headings', 'A survey of 2024'],
    [3, 'cell-unused', '1 + 1'],
    [3, 'cell-unused', '3'],
    [4, 'cell-unused', '4'],
    [4, 'cell-unused', 'yes'],
    [4, 'last-saved', '${last-saved#b}'],
    [5, 'cell-unused', '${a} = 1'],
    [6, 'formula-without-value', '=A1'],
    [0, 'list-twice', 'l'],
  ])
  expect(imported.questionnaire.lists['l']?.map(({ name }) => name)).toEqual(['x'])
})

test('words twice or missing in a language, defaults of another kind, circles and names with spaces are told', () => {
  const imported = importXlsForm(
    [
      sheet(
        'survey',
        ['type', 'name', 'label', 'label::Español (es)', 'label::中文 (zh)', 'default', 'calculation'],
        ['text', 'a', 'uno', 'dos', '一'],
        ['integer', 'b', '', 'b', '', 'many'],
        ['date', 'c', 'c', '', '三', '2026-02-29x'],
        ['select_multiple l', 'd', 'd', 'd', '四', 'x z'],
        ['select_one l', 'e', 'e', '', '五', 'x'],
        ['time', 'f', 'f', '', '六', '12:00:00'],
        ['calculate', 'g', '', '', '', '', '${h} + 1'],
        ['calculate', 'h', '', '', '', '', '${g} + 1'],
        ['text', 'i', 'i'.repeat(9000), '', '九'],
      ),
      sheet('choices', ['list_name', 'name', 'label'], ['l', 'x', 'X'], ['l', 'y y', 'Y']),
      sheet('settings', ['default_language'], ['Español (es)']),
    ],
    'a form',
  )
  expect(remarks(imported)).toEqual([
    [2, 'words-twice', 'dos'],
    [3, 'words-missing', '中文 (zh): 3'],
    [3, 'default-unfit', 'many'],
    [4, 'default-unfit', '2026-02-29x'],
    [5, 'default-unfit', 'x z'],
    [8, 'asks-itself', 'g → h → g'],
    [10, 'text-cut', `${'i'.repeat(200)}…`],
    [3, 'choice-name-spaced', 'y y'],
  ])
  const found = questions(imported)
  expect(found[0]?.label).toEqual({ 'Español (es)': 'uno', '中文 (zh)': '一' })
  expect(found.flatMap(({ initial }) => initial ?? [])).toEqual([{ value: 'x' }, { value: '12:00:00' }])
  expect(() => importXlsForm([sheet('survey')], 'a form')).toThrow(
    expect.objectContaining({ reason: 'no-questions' }),
  )
})

test('groups, repeats, languages, messages, parameters and scores are kept', () => {
  const imported = importXlsForm(
    [
      sheet(
        'Survey ',
        [
          'type',
          'name',
          'label::English (en)',
          'label::中文 (zh)',
          'required',
          'required_message::中文 (zh)',
          'parameters',
          'default',
          'repeat_count',
          'score',
          'reverse',
          'subscale',
          'trigger',
          'guidance_hint',
        ],
        ['begin_repeat', 'member', 'Member', '成员', '', '', '', '', '${count}'],
        [
          'range',
          'age',
          'Age',
          '年龄',
          'true()',
          '必须填写',
          'start=0 end=120 step=5',
          '',
          '',
          'yes',
          'yes',
          'body',
        ],
        ['end_repeat'],
        ['integer', 'count', 'Count', '人数', '${age} > 1', '', '', 'today()'],
        [
          'select_multiple yn or_other',
          'pick',
          'Pick',
          '选',
          'no',
          '',
          'randomize=true seed=4 glow=1',
          'yes no',
          '',
          '',
          '',
          '',
          '${count}',
          'ask gently',
        ],
      ),
      choices,
      sheet(
        'settings',
        ['form_title', 'form_id', 'version', 'default_language', 'style'],
        ['Family', 'fam', '7', '中文 (zh)', 'pages'],
      ),
      sheet('entities', ['list_name'], ['people']),
    ],
    'a form',
  )
  expect(imported.questionnaire).toMatchObject({
    title: 'Family',
    formId: 'fam',
    formVersion: '7',
    defaultLanguage: '中文 (zh)',
    settings: { style: 'pages' },
  })
  const [age, count, pick, other] = questions(imported)
  expect(age).toMatchObject({
    required: true,
    requiredMessage: { '中文 (zh)': '必须填写' },
    range: { start: 0, end: 120, step: 5 },
    score: { reverse: true, subscale: 'body' },
  })
  expect(count).toMatchObject({ required: '${age} > 1', initial: { expression: 'today()' } })
  expect(pick).toMatchObject({ randomized: 4, initial: { value: 'yes no' }, triggers: ['count'] })
  expect(other).toMatchObject({ name: 'pick_other', relevant: "selected(${pick}, 'other')" })
  expect(remarks(imported).map(([, code]) => code)).toEqual(
    expect.arrayContaining(['sheet-ignored', 'setting-kept', 'parameter-unused', 'other-added']),
  )
})

test('a workbook that was written and read again is the same questionnaire, from xlsx and from xls', async () => {
  const folder = 'server/instruments/samples'
  const names = readdirSync(folder).filter((name) => /\.xlsx?$/u.test(name))
  expect(names.length).toBeGreaterThanOrEqual(4)
  for (const name of names) {
    const { questionnaire } = importXlsForm(await readWorkbook(readFileSync(`${folder}/${name}`)), name)
    const bytes = await writeSheets(exportXlsForm(questionnaire))
    const again = importXlsForm(await readWorkbook(bytes), name)
    expect(again.questionnaire).toEqual(questionnaire)
    expect(again.report.remarks.filter(({ weight }) => weight === 'lost')).toEqual([])
  }
})

test('no table of words makes it fall over, and every row is accounted for', () => {
  const word = fc.constantFrom(
    'type',
    'name',
    'label',
    'begin group',
    'end group',
    'begin repeat',
    'end repeat',
    'text',
    'select_one yn',
    'begin loop over yn',
    'end loop',
    '${a}',
    '. > 1',
    '',
    'a',
    '(((',
    'calculate',
    'relevant',
    '::',
    'media::',
    '1',
    'select_one',
    'rank yn or_other',
    "'",
    '%(label)s',
    'range',
    'start=x',
    'parameters',
    'default',
    'constraint',
  )
  const rows = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(rows, (body) => {
      const head = ['type', 'name', 'label', 'relevant', 'constraint', 'parameters', 'default', 'calculation']
      const all = [head, ['text', 'first', 'First'], ...body]
      const { report } = importXlsForm([sheet('survey', ...all), choices], 'x')
      expect(report.rows).toBe(all.slice(1).filter((row) => row.some((cell) => cell !== '')).length)
    }),
    { numRuns: 200 },
  )
})
