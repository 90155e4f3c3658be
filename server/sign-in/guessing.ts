const freeGuesses = 4
const firstDelay = 5
const longestDelay = 300
const doublings = 7

/**
 * How many seconds after the n-th wrong guess in a row the next one may come: four are free, as people mistype, then
 * 5, 10, 20 … up to five minutes. That is at most thirty an hour for one account (NIST SP 800-63B-4 asks for a limit,
 * ASVS 6.3.1 against locking the owner out: nobody is ever shut out, one waits).
 */
export const guessDelays: readonly number[] = [
  ...Array.from({ length: freeGuesses }, () => 0),
  ...Array.from({ length: doublings }, (_, times) => Math.min(firstDelay * 2 ** times, longestDelay)),
]

/** How many guesses fit into this many seconds from the first one on. */
export function guessesWithin(seconds: number): number {
  let passed = 0
  let count = 0
  while (passed <= seconds) {
    passed += guessDelays[Math.min(count, guessDelays.length - 1)] ?? longestDelay
    count += 1
  }
  return count
}
