import { expect, test } from 'vitest'
import { guessDelays, guessesWithin } from './guessing.ts'

test('four wrong guesses cost nothing, then each doubles the wait, up to five minutes', () => {
  expect(guessDelays).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300])
})

test('nobody gets more than thirty guesses an hour, nor three hundred a day', () => {
  expect(guessesWithin(3600)).toBeLessThanOrEqual(30)
  expect(guessesWithin(24 * 3600)).toBeLessThanOrEqual(300)
  expect(guessesWithin(3600)).toBeGreaterThan(10)
})
