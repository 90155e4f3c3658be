import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instrument, type InstrumentAnswers } from '#contract/instruments.ts'
import { languages } from '#contract/language.ts'
import { shippedInstruments } from '../shipped/index.ts'
import { changeSince } from './change.ts'
import { anInstrument, apgar, ssrs, whoFive } from './instruments.factory.ts'
import { missingItems, scoreAnswers, strangeAnswers } from './scoring.ts'

const shipped = (id: string) => {
  const found = shippedInstruments.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not shipped`)
  return found
}

/** The same value to every item, but for some. */
const all = (instrument: Instrument, value: number, but: InstrumentAnswers = {}): InstrumentAnswers => ({
  ...Object.fromEntries(
    instrument.items.filter(({ kind }) => kind === 'choice').map(({ id }) => [id, value]),
  ),
  ...but,
})
const inOrder = (...values: readonly number[]): InstrumentAnswers =>
  Object.fromEntries(values.map((value, at) => [`item${at + 1}`, value]))

function comesTo(instrument: Instrument, answers: InstrumentAnswers) {
  const { scores, alerts } = scoreAnswers(instrument, answers)
  return {
    ...Object.fromEntries(scores.map(({ id, value, band }) => [id, band === null ? value : [value, band]])),
    alerts: alerts.map(({ id }) => id),
  }
}

test('PHQ-9: bands, the cut of ten, and item 9 alone raises the alarm even with a minimal total', () => {
  const phq9 = shipped('phq-9')
  expect(comesTo(phq9, all(phq9, 1))).toEqual({ total: [9, 'mild'], alerts: ['self-harm-thoughts'] })
  expect(comesTo(phq9, all(phq9, 3))).toEqual({
    total: [27, 'severe'],
    alerts: ['self-harm-thoughts', 'further-evaluation'],
  })
  expect(comesTo(phq9, all(phq9, 0, { item9: 1 }))).toEqual({
    total: [1, 'minimal'],
    alerts: ['self-harm-thoughts'],
  })
  const bounds = [4, 5, 9, 10, 14, 15, 19, 20].map((total) => {
    const answers = inOrder(...Array.from({ length: 9 }, (_, at) => Math.min(3, Math.max(0, total - 3 * at))))
    return scoreAnswers(phq9, answers).scores[0]?.band
  })
  expect(bounds).toEqual([
    'minimal',
    'mild',
    'mild',
    'moderate',
    'moderate',
    'moderately-severe',
    'moderately-severe',
    'severe',
  ])
})

test('item 9 raises the alarm though everything else is missing, and nothing is scored', () => {
  expect(comesTo(shipped('phq-9'), { item9: 2 })).toEqual({ total: null, alerts: ['self-harm-thoughts'] })
})

test('GAD-7, PHQ-4 and the short ones', () => {
  const gad7 = shipped('gad-7')
  expect(comesTo(gad7, all(gad7, 2))).toMatchObject({ total: [14, 'moderate'] })
  expect(comesTo(shipped('phq-4'), inOrder(3, 3, 1, 2))).toMatchObject({
    total: [9, 'severe'],
    anxiety: 6,
    depression: 3,
  })
  for (const id of ['phq-2', 'gad-2'])
    expect(
      [inOrder(1, 1), inOrder(1, 2)].map(
        (one) => scoreAnswers(shipped(id), one).scores.map(({ value, band }) => [value, band])[0],
      ),
    ).toEqual([
      [2, 'negative'],
      [3, 'positive'],
    ])
})

test('MSPSS: the mean and its three subscales, no mean between two bands', () => {
  const mspss = shipped('mspss')
  expect(comesTo(mspss, all(mspss, 4))).toMatchObject({ mean: [4, 'moderate'], total: 48 })
  expect(comesTo(mspss, inOrder(7, 7, 1, 1, 7, 4, 4, 1, 4, 7, 1, 4))).toMatchObject({
    'significant-other': [7, 'high'],
    family: [1, 'low'],
    friends: [4, 'moderate'],
  })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 12, maxLength: 12 }), (values) => {
      const [mean] = scoreAnswers(mspss, inOrder(...values)).scores
      expect(mean?.band).not.toBeNull()
    }),
  )
})

test('multiplied: WHO-5 is four times its raw sum, and 52 is not poor', () => {
  expect(comesTo(whoFive, inOrder(3, 3, 2, 2, 2))).toMatchObject({ raw: 12, percent: [48, 'poor'] })
  expect(comesTo(whoFive, inOrder(3, 3, 3, 2, 2))).toMatchObject({ raw: 13, percent: [52, 'not-poor'] })
})

test('APGAR by its bands', () => {
  expect(comesTo(apgar, inOrder(2, 2, 1, 1, 1))).toMatchObject({ total: [7, 'functional'] })
})

test('SSRS: an item of five parts, sources counted, none counts nothing, three subscales', () => {
  const answers: InstrumentAnswers = {
    ...inOrder(3, 3, 3, 3),
    item5: { a: 4, b: 4, c: 3, d: 2, e: 1 },
    item6: ['spouse', 'friends', 'work'],
    item7: [],
    item8: 2,
    item9: 2,
    item10: 2,
  }
  expect(comesTo(ssrs, answers)).toMatchObject({ total: 35, objective: 6, subjective: 23, use: 6 })
  expect(missingItems(ssrs, answers)).toEqual([])
  expect(comesTo(ssrs, { ...answers, item5: { a: 4, b: 4, c: 3, d: 2 } })).toMatchObject({
    total: null,
    objective: 6,
    subjective: null,
  })
})

test('reversed items count from the other end, whatever the range', () => {
  const instrument = anInstrument({ reverse: ['item2'] })
  expect(comesTo(instrument, inOrder(1, 1))).toMatchObject({ total: 5 })
  expect(comesTo(instrument, inOrder(4, 4))).toMatchObject({ total: 5 })
  const counted = Instrument.parse({
    ...ssrs,
    scores: [{ id: 'total', words: { en: 'Total' }, rule: 'sum', items: ['item6'], reverse: ['item6'] }],
  })
  expect(comesTo(counted, { item6: ['spouse'] })).toMatchObject({ total: 8 })
})

test('missing: by default no score; counted up only where at most a fifth is missing', () => {
  const phq9 = shipped('phq-9')
  const without = (...gone: readonly string[]) =>
    Object.fromEntries(Object.entries(all(phq9, 2)).filter(([id]) => !gone.includes(id)))
  expect(scoreAnswers(phq9, without('item1')).scores[0]).toMatchObject({ value: null, answered: 8, of: 9 })
  expect(missingItems(phq9, without('item1', 'item3'))).toEqual(['item1', 'item3'])
  const kind = Instrument.parse({ ...phq9, missing: { rule: 'prorate', atMost: 0.2 } })
  expect(scoreAnswers(kind, without('item1')).scores[0]).toMatchObject({ value: 18, prorated: true })
  expect(scoreAnswers(kind, without('item1', 'item2')).scores[0]).toMatchObject({ value: null })
  // A fifth of 15 items are three, though 0.2 × 15 is not exactly 3.
  const fifteen = anInstrument({ count: 15, missing: { rule: 'prorate', atMost: 0.2 } })
  const twelve = Object.fromEntries(Object.entries(all(fifteen, 2)).slice(0, 12))
  expect(scoreAnswers(fifteen, twelve).scores[0]).toMatchObject({ value: 30 })
})

test('the safety screen: any yes asks for the emergency decision; a no raises nothing', () => {
  const screen = shipped('safety-screen')
  expect(comesTo(screen, all(screen, 0)).alerts).toEqual([])
  expect(comesTo(screen, all(screen, 0, { violence: 1 })).alerts).toEqual(['violence-yes'])
})

test('life domains: only those rated count, each of 1 or 2 comes first; satisfaction is 20 to 100', () => {
  expect(comesTo(shipped('life-domains'), { housing: 2, health: 5, income: 3 })).toEqual({
    mean: 3.3,
    alerts: ['housing-first'],
  })
  const satisfaction = shipped('satisfaction')
  expect(comesTo(satisfaction, all(satisfaction, 1))).toMatchObject({ total: 20 })
  expect(comesTo(satisfaction, all(satisfaction, 5, { best: '有人听我说话' }))).toMatchObject({ total: 100 })
  expect(comesTo(shipped('adl-iadl'), all(shipped('adl-iadl'), 2))).toMatchObject({
    basic: 20,
    instrumental: 16,
  })
  expect(comesTo(shipped('closing-readiness'), all(shipped('closing-readiness'), 1))).toMatchObject({
    total: [8, 'ready'],
  })
})

test('an answer that the instrument does not know is named, never counted', () => {
  const phq9 = shipped('phq-9')
  expect(strangeAnswers(phq9, all(phq9, 1, { item3: 4, item44: 1, item5: 'x', item6: [] }))).toEqual([
    'item3',
    'item5',
    'item6',
    'item44',
  ])
  expect(strangeAnswers(ssrs, { item6: ['spouse', 'spouse'], item7: ['uncle'], item5: { a: 9 } })).toEqual([
    'item6',
    'item7',
    'item5',
  ])
  expect(scoreAnswers(phq9, all(phq9, 1, { item3: 4 })).scores[0]?.value).toBeNull()
})

test('a change means something only from the size and in the direction that the instrument names', () => {
  const [total] = shipped('phq-9').scores
  if (!total) throw new Error('PHQ-9 has no total')
  expect(changeSince(total, 15, 10)).toEqual({ by: -5, meaning: 'better' })
  expect(changeSince(total, 10, 15)).toEqual({ by: 5, meaning: 'worse' })
  expect(changeSince(total, 10, 14)).toEqual({ by: 4, meaning: 'none' })
  expect(changeSince(total, null, 14)).toBeNull()
  expect(changeSince({ ...total, more: 'neither' }, 1, 14)).toEqual({ by: 13, meaning: 'unknown' })
  expect(changeSince({ ...total, decimals: 1 }, 2.1, 2.4)?.by).toBe(0.3)
})

test('every shipped instrument fits together, names its licence, and speaks three languages', () => {
  expect(shippedInstruments.length).toBe(13)
  for (const { titles, items, licence, citation, translations } of shippedInstruments) {
    for (const words of [titles, ...items.map((item) => item.words)])
      expect(languages.filter((language) => words[language] === undefined)).toEqual([])
    expect(licence).not.toBe('')
    expect(citation).not.toBe('')
    expect(Object.values(translations)).not.toContain('none')
  }
})

test('data that does not fit together is refused, each fault by its name', () => {
  const broken = {
    ...anInstrument({}),
    items: [
      { id: 'item1', kind: 'choice', options: 'nothing', words: { en: 'x' } },
      { id: 'item1', kind: 'text', words: { en: 'x' } },
    ],
    scores: [
      {
        id: 'total',
        words: { en: 'x' },
        rule: 'sum',
        items: ['item1', 'item7'],
        reverse: ['item9'],
        bands: [
          { id: 'a', from: 0, to: 4, words: { en: 'x' } },
          { id: 'b', from: 4, to: 3, words: { en: 'x' } },
        ],
      },
    ],
    alerts: [{ id: 'b', kind: 'emergency', item: 'item8', atLeast: 1, words: { en: 'x' } }],
  }
  expect(Instrument.safeParse(broken).error?.issues.map(({ message }) => message)).toEqual([
    'Two items have one id.',
    'An item and a score, or two scores, have one id.',
    'Item item1 names the options nothing, which are not there.',
    'Score total counts item7, which is no item that counts.',
    'Score total reverses item9, which it does not count.',
    'Band b of score total ends before it begins.',
    'Two bands of score total overlap.',
    'Alert b looks at something that is not there.',
  ])
})

test('ten thousand sheets are scored while one waits; the time is told, not judged', () => {
  const sheets = Array.from({ length: 10_000 }, (_, at) => {
    const instrument = shippedInstruments[at % shippedInstruments.length] ?? shipped('phq-9')
    return { instrument, answers: all(instrument, at % 2) }
  })
  const began = performance.now()
  const scored = sheets.map(({ instrument, answers }) => scoreAnswers(instrument, answers))
  process.stdout.write(`10,000 sheets scored in ${Math.round(performance.now() - began)} ms\n`)
  expect(scored.filter(({ scores }) => scores.length > 0).length).toBeGreaterThan(9_000)
})
