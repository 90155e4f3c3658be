import { expect, test } from 'vitest'
import { hardCodedText } from './hard-coded-text.ts'

const sources = import.meta.glob<string>(['./**/*.tsx', '!./gallery/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('no component has text of its own', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(20)
  const found = Object.entries(sources).flatMap(([file, source]) =>
    hardCodedText(source).map((text) => `${file}: ${text}`),
  )
  expect(found).toEqual([])
})

test('text between tags is found, in any script', () => {
  expect(hardCodedText('<p>Hello there</p>')).toEqual(['Hello there'])
  expect(hardCodedText('<p>\n  保存\n</p>')).toEqual(['保存'])
  expect(hardCodedText('<b>{name}</b> Имя <i />')).toEqual(['Имя'])
})

test('text in the attributes that people read or hear is found', () => {
  expect(hardCodedText('<input placeholder="Name" />')).toEqual(['Name'])
  expect(hardCodedText("<Field label='电话' hint={`Call first`} />")).toEqual(['电话', 'Call first'])
})

test('quoted phrases in expressions are found, and faults for programmers are not', () => {
  expect(hardCodedText("<p>{late ? 'Too late' : t('soon')}</p>")).toEqual(['Too late'])
  expect(hardCodedText("const word = '逾期'")).toEqual(['逾期'])
  expect(hardCodedText("throw new Error('A page was drawn alone')")).toEqual([])
})

test('signs, expressions, types and comparisons are not text', () => {
  expect(hardCodedText('<span>← </span>')).toEqual([])
  expect(hardCodedText('<p className="lead">{t("key")}</p>')).toEqual([])
  expect(hardCodedText('const set: Map<string, number> = new Map<string, number>()')).toEqual([])
  expect(hardCodedText('if (a < b && c > d) return e')).toEqual([])
  expect(hardCodedText('// it <p>says</p>\n/** <b>so</b> */')).toEqual([])
})
