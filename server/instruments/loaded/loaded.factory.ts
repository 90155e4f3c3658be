import { Instrument } from '#contract/instruments.ts'

/** An instrument of the agency's own licence: two items, one of them reversed. */
export const anInstrument = (but: object = {}) =>
  Instrument.parse({
    id: 'our-licensed',
    version: 1,
    titles: { en: 'Licensed scale' },
    purpose: { en: 'A test' },
    instruction: { en: 'Over the last week' },
    options: { often: [0, 1, 2, 3].map((value) => ({ value, words: { en: String(value) } })) },
    items: [
      { id: 'one', kind: 'choice', options: 'often', words: { en: 'One' } },
      { id: 'two', kind: 'choice', options: 'often', words: { en: 'Two' } },
    ],
    scores: [{ id: 'total', words: { en: 'Total' }, rule: 'sum', items: ['one', 'two'], reverse: ['two'] }],
    informants: ['self'],
    ages: { from: 60, to: 130 },
    licence: 'Licence 1234 of the owner',
    citation: 'Somebody, 1999',
    sourceUrl: '',
    translations: { 'zh-CN': 'none', en: 'official', ru: 'none' },
    ...but,
  })
