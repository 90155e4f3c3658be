import { expect, test } from 'vitest'
import { Instrument } from '#contract/instruments.ts'
import { readInstrument } from './reading.ts'

const words = (text: string) => ({ en: text })
const whole = {
  id: 'licensed',
  version: 1,
  titles: words('Licensed'),
  purpose: words('A test'),
  instruction: words('This week'),
  options: { often: [0, 1].map((value) => ({ value, words: words(String(value)) })) },
  items: [{ id: 'one', kind: 'choice', options: 'often', words: words('One') }],
  scores: [{ id: 'total', words: words('Total'), rule: 'sum', items: ['one'] }],
  informants: ['self'],
  licence: 'Licence 1234',
  citation: 'Somebody, 1999',
  sourceUrl: '',
  translations: { 'zh-CN': 'none', en: 'official', ru: 'none' },
}

test('a file that is no instrument is refused by what is wrong in it, and where', () => {
  const said = (but: object) =>
    readInstrument(JSON.stringify({ ...whole, ...but })).problems.map(({ code, place, detail }) => [
      code,
      place,
      detail,
    ])
  expect(said({})).toEqual([])
  expect(readInstrument('PK').problems).toEqual([{ code: 'not-json', place: '', detail: '' }])
  expect(said({ licence: undefined, spy: 1 })).toEqual([
    ['missing', 'licence', ''],
    ['unknown-field', '', 'spy'],
  ])
  expect(said({ options: {} })).toEqual([['options-missing', '', 'one: often']])
  expect(said({ version: 'x', items: [] })).toEqual([
    ['expected', 'version', 'number'],
    ['expected', 'items', '≥ 1'],
  ])
})

test('what does not fit together is named by the part in which it is to be mended', () => {
  const total = whole.scores[0]
  for (const [part, but] of [
    ['options', { options: {} }],
    ['items', { items: [...whole.items, ...whole.items] }],
    ['scores', { scores: [{ ...total, items: ['two'] }] }],
    ['titles', { titles: { ru: 'По лицензии' } }],
  ] as const) {
    const places = Instrument.safeParse({ ...whole, ...but }).error?.issues.map(({ path }) => path[0])
    expect([part, new Set(places)]).toEqual([part, new Set([part])])
  }
})
