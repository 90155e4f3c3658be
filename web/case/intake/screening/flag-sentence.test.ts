import { expect, test } from 'vitest'
import { wordsIn } from '#web/app/words.ts'
import { flagSentence } from './flag-sentence.ts'
import { screeningWords } from './screening.words.ts'

test.each([
  ['zh-CN', '12个名额中已用12个。'],
  ['en', '12 of 12 places are taken.'],
  ['ru', 'Занято мест: 12 из 12.'],
] as const)('a full house says its numbers, in %s', (language, sentence) => {
  const said = flagSentence(
    { kind: 'places', verdict: 'misses', facts: { taken: 12, limit: 12 } },
    wordsIn(screeningWords, language),
    () => '',
  )
  expect(said).toBe(sentence)
})

test('what nobody knows is not said as a no', () => {
  const t = wordsIn(screeningWords, 'en')
  const area = { kind: 'area', verdict: 'unknown', facts: { ours: '芙蓉区', lives: '' } } as const
  expect(flagSentence(area, t, () => '')).toBe('We serve 芙蓉区; where they live is not known yet.')
})
