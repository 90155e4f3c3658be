import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { wordsIn } from '#web/app/words.ts'
import { flagSentence } from './flag-sentence.ts'
import { screeningWords } from './screening.words.ts'

test.each(languages)('a full house says its numbers, in %s', (language) => {
  const said = flagSentence(
    { kind: 'places', verdict: 'misses', facts: { taken: 12, limit: 12 } },
    wordsIn(screeningWords, language),
    () => '',
  )
  expect(said).toContain('12')
  if (language === 'en') expect(said).toBe('12 of 12 places are taken.')
})

test('what nobody knows is not said as a no', () => {
  const t = wordsIn(screeningWords, 'en')
  const area = { kind: 'area', verdict: 'unknown', facts: { ours: '芙蓉区', lives: '' } } as const
  expect(flagSentence(area, t, () => '')).toBe('We serve 芙蓉区; where they live is not known yet.')
})
