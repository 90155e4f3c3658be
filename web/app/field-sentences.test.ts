import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { repeatedRow } from '#contract/rows.ts'
import { fieldSentenceFor } from './sentences.ts'

test.each(languages)('in %s a row that stands twice has a sentence that says what to do', (language) => {
  expect(fieldSentenceFor(repeatedRow, language)).not.toBe(fieldSentenceFor('no-such-code', language))
})
