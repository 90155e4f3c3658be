import { expect, test } from 'vitest'
import { says } from './whole.ts'

test.each(['', ' ', '\n\t', '\u3000', '\u00A0', '\u200B', '\u2060\uFEFF', '\u00AD', null, undefined])(
  '%j says nothing',
  (text) => {
    expect(says(text)).toBe(false)
  },
)

test.each(['无', '-', ' a ', '𠮷', '👨‍👩‍👧'])('%j says something', (text) => {
  expect(says(text)).toBe(true)
})
