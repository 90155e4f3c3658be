import { expect, test } from 'vitest'
import { shippedInstruments } from '#server/instruments/shipped/index.ts'
import { readInstrument } from './reading.ts'

const [phq] = shippedInstruments.filter(({ id }) => id === 'phq-9')

test('a file that is no instrument is refused by what is wrong in it, and where', () => {
  const said = (but: object) =>
    readInstrument(JSON.stringify({ ...phq, ...but })).problems.map(({ code, place, detail }) => [
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
  expect(said({ options: {} })[0]).toEqual(['options-missing', '', 'item1: ' + optionsOf()])
  expect(said({ version: 'x', items: [] })).toEqual([
    ['wrong', 'version', ''],
    ['wrong', 'items', ''],
  ])
})

const optionsOf = () => {
  const [item] = phq?.items ?? []
  return item && 'options' in item ? item.options : ''
}
