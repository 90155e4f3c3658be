import { expect, test } from 'vitest'
import { filesIn } from './archive.ts'
import { anArchive, sample } from './directory.factory.ts'
import { readBrought } from './hsds-files.ts'
import { FileUnreadable } from './hsds-tables.ts'
import { reportOf } from './report.ts'

const ids = [1, 2, 3, 4, 5].map((digit) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`)
const [one = '', two = '', three = ''] = ids

const reportFor = async (tables: Readonly<Record<string, string>>) =>
  reportOf(await readBrought(await filesIn('hsds.zip', anArchive(tables))))

const organizations = `id,name,description\n${one},民政局,救助\n`

test.each([
  ['tabular.zip', 'tabular', 21],
  ['service_full.json', 'json', 20],
  ['organization_full.json', 'json', 20],
])('every record of the official sample %s is taken', async (name, form, rows) => {
  const report = await reportOf(await readBrought(await filesIn(name, sample(name))))
  expect(report).toMatchObject({ form, rows, counts: { taken: rows, changed: 0, unchanged: 0, refused: 0 } })
})

test('what the samples point at and is not in them is noted, and a place that is not on earth', async () => {
  const { report } = await reportOf(await readBrought(await filesIn('hsds.zip', sample('tabular.zip'))))
  const place = report.find(({ kind }) => kind === 'locations')
  expect(place?.notes?.map(({ column, code }) => [column, code])).toEqual([
    ['latitude', 'out-of-range'],
    ['organization_id', 'points-nowhere'],
  ])
})

/** One bad row, and where and why it is refused. */
const bad: readonly (readonly [name: string, services: string, column: string, code: string])[] = [
  ['no id', `,${one},庇护,active,,,`, 'id', 'id-missing'],
  ['an id that is none', `17,${one},庇护,active,,,`, 'id', 'not-an-id'],
  ['no name', `${two},${one},,active,,,`, 'name', 'required-missing'],
  ['a status that HSDS does not know', `${two},${one},庇护,open,,,`, 'status', 'not-in-list'],
  [
    'an organization that is nowhere',
    `${two},${three},庇护,active,,,`,
    'organization_id',
    'reference-unknown',
  ],
  ['an age in words', `${two},${one},庇护,active,twelve,,`, 'minimum_age', 'not-a-number'],
  ['ages crossed', `${two},${one},庇护,active,60,18,`, 'maximum_age', 'ages-crossed'],
  ['an age of nobody', `${two},${one},庇护,active,-1,,`, 'minimum_age', 'ages-crossed'],
  ['a day that does not exist', `${two},${one},庇护,active,,,2026-02-30`, 'assured_date', 'not-a-day'],
  ['a control character', `${two},${one},庇\u0007护,active,,,`, 'name', 'text-unfit'],
  ['a cell too many', `${two},${one},庇护,active,,,,,`, '', 'unreadable'],
]

test.each(bad)(
  'a row with %s is refused by its line and column, with the reason and how to mend it',
  async (_, row, column, code) => {
    const services = `id,organization_id,name,status,minimum_age,maximum_age,assured_date\n${row}\n`
    const { counts, report } = await reportFor({
      'organizations.csv': organizations,
      'services.csv': services,
    })
    expect(counts).toMatchObject({ taken: 1, refused: 1 })
    const refused = report.find(({ outcome }) => outcome === 'refused')
    expect(refused).toMatchObject({ file: 'services.csv', line: 2, problem: { column, code } })
    expect(refused?.problem?.why).toBeTruthy()
    expect(refused?.problem).toHaveProperty('mend')
  },
)

test('what hangs on a refused row is refused with it, wherever it stands in the file', async () => {
  const { report } = await reportFor({
    'cost_options.csv': `id,service_id,option\n${three},${two},free\n`,
    'organizations.csv': organizations,
    'services.csv': `id,organization_id,name,status\n${two},${one},,active\n`,
  })
  expect(report.map(({ kind, outcome, problem }) => [kind, outcome, problem?.code])).toEqual([
    ['organizations', 'taken', undefined],
    ['services', 'refused', 'required-missing'],
    ['cost_options', 'refused', 'reference-unknown'],
  ])
})

test('a row that stands there twice is unchanged the second time; one that says something else is refused', async () => {
  const rows = `${one},民政局,救助\n${one},民政局,救助\n${one},另一个,救助\n`
  const { report } = await reportFor({ 'organizations.csv': `id,name,description\n${rows}` })
  expect(report.map(({ line, outcome, problem }) => [line, outcome, problem?.code])).toEqual([
    [2, 'taken', undefined],
    [3, 'unchanged', undefined],
    [4, 'refused', 'repeated'],
  ])
})

test('the file is read as it was saved: with the mark of Excel, in GB18030, with line breaks in quotes', async () => {
  const text = `id,name,description\r\n${one},民政局,"第一行\n第二行"\r\n`
  for (const bytes of [Buffer.from(`\uFEFF${text}`), gb18030(text)]) {
    const report = await reportOf(await readBrought(new Map([['organizations.csv', bytes]])))
    expect(report.report).toMatchObject([{ label: '民政局', outcome: 'taken' }])
  }
})

/** 民政局, 第一行 and 第二行 as Excel in Chinese saves them. */
const gb18030 = (text: string) => {
  const bytes: Record<string, string> = {
    民: 'c3f1',
    政: 'd5fe',
    局: 'bed6',
    第: 'b5da',
    一: 'd2bb',
    行: 'd0d0',
    二: 'b6fe',
  }
  return Buffer.concat(
    Array.from(text, (sign) => (bytes[sign] ? Buffer.from(bytes[sign], 'hex') : Buffer.from(sign))),
  )
}

test('a quote that never ends is one broken row, and what came before it is taken', async () => {
  const { report } = await reportFor({
    'organizations.csv': `${organizations}${two},"民政局,救助\n${three},b,c\n`,
  })
  expect(report.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
    ['taken', undefined],
    ['refused', 'rest-unread'],
  ])
})

test('the data package says which file is which table; one that cannot be read is noted', async () => {
  const aPackage = JSON.stringify({ resources: [{ name: 'organizations', path: 'data/一览.csv' }] })
  const named = await reportFor({ 'datapackage.json': aPackage, '一览.csv': organizations })
  expect(named).toMatchObject({ counts: { taken: 1 }, notes: [] })
  const unnamed = await reportFor({
    'datapackage.json': '../../x',
    'organizations.csv': organizations,
    '一览.csv': organizations,
  })
  expect(unnamed).toMatchObject({
    counts: { taken: 1 },
    notes: [{ code: 'package-unreadable' }, { code: 'not-of-hsds', file: '一览.csv' }],
  })
})

const inFolders = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))

test('a data package may name several files as one table, a file by its whole path, and one that is not there', async () => {
  const resources = [
    { name: 'organizations', path: ['data/a/list.csv', 'data/b/list.csv'] },
    { name: 'phones', path: 'phones.csv' },
    { path: 'x' },
  ]
  const { rows, notes } = await readBrought(
    inFolders({
      'hsds/datapackage.json': JSON.stringify({ resources }),
      'hsds/data/a/list.csv': organizations,
      'hsds/data/b/list.csv': organizations.replace(one, two),
    }),
  )
  expect(rows.map(({ file }) => file)).toEqual(['hsds/data/a/list.csv', 'hsds/data/b/list.csv'])
  expect(notes).toEqual([
    { code: 'not-there', file: 'phones.csv' },
    { code: 'not-there', file: 'x' },
  ])
})

test('whatever is not read is told of: other tables, JSON beside tables, empty files, tables without a row', async () => {
  const { notes } = await readBrought(
    inFolders({
      'a/organizations.csv': organizations,
      'b/Services.CSV': 'id,organization_id,name,status\n',
      'phones.csv': '',
      'agencies.csv': organizations,
      'service_full.json': '{}',
    }),
  )
  expect(notes).toEqual([
    { code: 'no-rows', file: 'Services.CSV' },
    { code: 'empty', file: 'phones.csv' },
    { code: 'not-of-hsds', file: 'agencies.csv' },
    { code: 'beside-tables', file: 'service_full.json' },
  ])
})

test.each([
  ['semicolons', organizations.replaceAll(',', ';')],
  ['tabs', organizations.replaceAll(',', '\t')],
  ['lines that end in two ways', organizations.replace('\n', '\r\n')],
  ['headings in capitals', organizations.replace('id,name', 'ID,Name')],
])('a table with %s is read', async (_, text) => {
  const { report } = await reportFor({ 'organizations.csv': text })
  expect(report).toMatchObject([{ label: '民政局', line: 2, outcome: 'taken' }])
})

test('a quote within a cell is a sign, a row is known by its first line, and a heading that stands there twice is told of', async () => {
  const text = `id,name,name,description\n${one},x,5" 水管,"第一行\n第二行"\n${two},x,乙,说明\n`
  const { report, notes } = await reportFor({ 'organizations.csv': text })
  expect(report.map(({ label, line }) => [label, line])).toEqual([
    ['5" 水管', 2],
    ['乙', 4],
  ])
  expect(notes).toMatchObject([{ code: 'heading-twice', file: 'organizations.csv' }])
  expect(notes[0]?.why).toContain('same heading')
})

test('a row that points at one that was refused says so', async () => {
  const { report } = await reportFor({
    'organizations.csv': organizations,
    'services.csv': `id,organization_id,name,status\n${two},${one},,active\n`,
    'phones.csv': `id,service_id,number\n${three},${two},110\n`,
  })
  expect(report.find(({ kind }) => kind === 'phones')).toMatchObject({
    outcome: 'taken',
    notes: [{ column: 'service_id', code: 'points-nowhere' }],
  })
})

test('of JSON, what is no record of HSDS is told of, and a file is what its name says', async () => {
  const service = { id: two, organization: { id: one, name: '民政局' }, name: '庇护', status: 'active' }
  const said = { ...service, tags: ['x'], meals: [{ id: three }], phones: [] }
  const brought = await readBrought(
    inFolders({ 'services.json': JSON.stringify({ contents: [said], more: [1] }) }),
  )
  const { report, notes } = await reportOf(brought)
  expect(notes).toMatchObject([{ code: 'not-of-hsds', file: 'services.json › more' }])
  expect(report.find(({ kind }) => kind === 'services')?.notes).toMatchObject([
    { column: 'tags', code: 'left-out' },
    { column: 'meals', code: 'left-out' },
  ])
  const bare = [{ id: two, organization_id: one, name: '庇护' }]
  const { rows } = await readBrought(inFolders({ 'service_list.json': JSON.stringify(bare) }))
  expect(rows.map(({ kind }) => kind)).toEqual(['services'])
})

test('where nothing is HSDS, it is said of each file why', async () => {
  const files = inFolders({ 'x.json': '{', 'y.json': '{"organisations":[{"id":1}]}' })
  await expect(readBrought(files)).rejects.toMatchObject({
    notes: [
      { code: 'no-json', file: 'x.json' },
      { code: 'not-of-hsds', file: 'y.json' },
    ],
  })
})

test.each([
  ['hsds.json', Buffer.from('{')],
  ['hsds.json', Buffer.from('7')],
  ['hsds.json', Buffer.from('[]')],
  ['hsds.zip', Buffer.from('PK\u0003\u0004 broken')],
  ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['organizations.csv', Buffer.from('')],
])('%s that holds no HSDS is unreadable, never a fault', async (name, bytes) => {
  await expect(filesIn(name, bytes).then(readBrought)).rejects.toBeInstanceOf(FileUnreadable)
})

test('a record that is no object, or nested without end, is refused or left, never a fault', async () => {
  const deep = `${'{"contacts":[{"id":"x","phones":['.repeat(200)}${']}]}'.repeat(200)}`
  const files = new Map([
    ['hsds.json', Buffer.from(JSON.stringify({ services: [7, null, { id: {}, name: [] }] }))],
    ['deep.json', Buffer.from(deep)],
  ])
  const { counts } = await reportOf(await readBrought(files))
  expect(counts).toMatchObject({ taken: 0, changed: 0 })
  expect(counts.refused).toBeLessThan(40)
})
