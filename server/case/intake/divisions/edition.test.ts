import { expect, test } from 'vitest'
import { compared, isATable, readEdition } from './edition.ts'

const row = { code: '620105', name: '安宁区', valid_from: '1991-01-01', valid_until: '', became: '' }
const said = (rows: readonly Record<string, string>[]) =>
  readEdition(rows).map(({ line, problem }) => `${line} ${problem ?? 'read'}`)

test('each line that cannot be taken says why; columns may have their Chinese names', () => {
  const lanzhou = { ...row, code: '620100', parent: '' }
  expect(
    said([
      row,
      lanzhou,
      { ...row, code: '62' },
      { ...row, code: '620102', name: ' ' },
      { ...row, code: '620103', valid_until: '1990-01-01' },
      { ...row, code: '620104', valid_until: '2020-01-01', became: 'x' },
      { ...row, code: '620104', became: '620105' },
      { ...row, code: '620111', parent: '620105' },
      { ...row, code: '620121', parent: '620100' },
      row,
    ]),
  ).toEqual([
    '2 read',
    '3 read',
    '4 code',
    '5 name',
    '6 date',
    '7 became',
    '8 became',
    '9 parent',
    '10 read',
    '11 repeated',
  ])
  // The same code again after it ended is another time.
  expect(
    said([
      { ...row, valid_until: '2000-01-01' },
      { ...row, valid_from: '2000-01-01' },
    ]),
  ).toEqual(['2 read', '3 read'])
  const inChinese = { 代码: '620105', 名称: '安宁区', 生效日期: '1991-01-01', 失效日期: '', 变更为: '' }
  expect([isATable([inChinese]), said([inChinese])]).toEqual([true, ['2 read']])
  expect([isATable([{ a: '1' }]), isATable([])]).toEqual([false, false])
})

test('a file is compared with the table: also where a code begins on another day, and what it no longer has', () => {
  const [anning] = readEdition([row]).flatMap(({ says }) => says ?? [])
  if (!anning) throw new Error('The line was not read')
  const before = [anning, { ...anning, code: '620104', name: '西固区' }, { ...anning, code: '620199' }]
  const outcomes = (...rows: Record<string, string>[]) =>
    compared(readEdition(rows), before).map(({ code, outcome }) => `${code} ${outcome}`)
  expect(outcomes(row, { ...row, code: '620104' }, { ...row, code: '620100' })).toEqual([
    '620105 unchanged',
    '620104 changed',
    '620100 taken',
    '620199 gone',
  ])
  expect(outcomes({ ...row, valid_from: '1985-01-01' }).slice(0, 1)).toEqual(['620105 changed'])
  // A line that is refused does not make its code a missing one as well.
  expect(outcomes(row, { ...row, code: '620104', name: '' })).toEqual([
    '620105 unchanged',
    '620104 refused',
    '620199 gone',
  ])
})
