import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { everySentence } from './every-sentence.ts'
import { sentenceFor, sentencesFor } from './sentences.ts'

test.each(languages)('in %s every refusal has its own sentence once it was asked for', async (language) => {
  const { fault: _general, ...others } = everySentence
  await sentencesFor(Object.keys(others))
  const general = sentenceFor('no-such-code', language)
  expect(Object.keys(others).filter((code) => sentenceFor(code, language) === general)).toEqual([])
  expect(sentenceFor('fault', language)).toBe(general)
})
