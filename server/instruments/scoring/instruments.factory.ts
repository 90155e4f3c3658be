import { Instrument } from '#contract/instruments.ts'

const head = {
  version: 1,
  purpose: { en: 'For tests.' },
  instruction: { en: 'Answer.' },
  informants: ['self'],
  licence: 'Loaded by an agency under its own licence.',
  citation: 'A book.',
  sourceUrl: '',
  translations: { 'zh-CN': 'none', en: 'official', ru: 'none' },
} as const

const values = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ value: from + at, words: { en: `Option ${at}` } }))
const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `item${at + 1}`,
    kind: 'choice' as const,
    options: 'options',
    words: { en: `Item ${at + 1}` },
  }))
const names = (...numbers: readonly number[]) => numbers.map((number) => `item${number}`)
const upTo = (count: number) => names(...Array.from({ length: count }, (_, at) => at + 1))
const en = (text: string) => ({ en: text })

/** A licensed instrument with a few items of 1 to 4 and one total. */
export const anInstrument = ({
  id = 'licensed',
  version = 1,
  count = 2,
  ...score
}: Readonly<{
  id?: string
  version?: number
  count?: number
  reverse?: string[]
  missing?: { rule: 'prorate'; atMost: number }
}>) =>
  Instrument.parse({
    ...head,
    id,
    version,
    titles: en('A licensed scale'),
    options: { options: values(1, 4) },
    items: items(count),
    scores: [{ id: 'total', words: en('Total'), rule: 'sum', items: upTo(count), ...score }],
  })

/** WHO-5 by its numbers alone: a sum of 0 to 25, and four times that. */
export const whoFive = Instrument.parse({
  ...head,
  id: 'who-5',
  titles: en('Five items'),
  options: { options: values(0, 5) },
  items: items(5),
  scores: [
    { id: 'raw', words: en('Raw'), rule: 'sum', items: upTo(5) },
    {
      id: 'percent',
      words: en('Percent'),
      rule: 'sum',
      multiply: 4,
      items: upTo(5),
      bands: [
        { id: 'poor', from: 0, to: 50, words: en('Poor') },
        { id: 'not-poor', from: 51, to: 100, words: en('Not poor') },
      ],
    },
  ],
})

/** Family APGAR by its numbers alone. */
export const apgar = Instrument.parse({
  ...head,
  id: 'apgar',
  titles: en('Five items of a family'),
  options: { options: values(0, 2) },
  items: items(5),
  scores: [
    {
      id: 'total',
      words: en('Total'),
      rule: 'sum',
      items: upTo(5),
      bands: [
        { id: 'severe', from: 0, to: 3, words: en('Severe') },
        { id: 'moderate', from: 4, to: 6, words: en('Moderate') },
        { id: 'functional', from: 7, to: 10, words: en('Functional') },
      ],
    },
  ],
})

const nine = ['spouse', 'family', 'relatives', 'friends', 'neighbours', 'work', 'office', 'groups', 'others']
const sources = {
  kind: 'count' as const,
  choices: nine.map((id) => ({ id, words: en(id) })),
  none: en('No source'),
  words: en('Sources'),
}

/** SSRS by its numbers alone: an item of five parts, two that count sources, three subscales. */
export const ssrs = Instrument.parse({
  ...head,
  id: 'ssrs',
  titles: en('Ten items of support'),
  options: { options: values(1, 4) },
  items: [
    ...items(4),
    {
      id: 'item5',
      kind: 'parts',
      options: 'options',
      words: en('From each of the family'),
      parts: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, words: en(id) })),
    },
    { id: 'item6', ...sources },
    { id: 'item7', ...sources },
    ...items(10).slice(7),
  ],
  scores: [
    { id: 'total', words: en('Total'), rule: 'sum', items: upTo(10) },
    { id: 'objective', words: en('Objective'), rule: 'sum', items: names(2, 6, 7) },
    { id: 'subjective', words: en('Subjective'), rule: 'sum', items: names(1, 3, 4, 5) },
    { id: 'use', words: en('Use'), rule: 'sum', items: names(8, 9, 10) },
  ],
})
