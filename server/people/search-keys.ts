import { pinyinReadings } from './pinyin.ts'
import { latinSpellings } from './transliteration.ts'

/**
 * Names are found by exact keys: one row of `person_search_keys` per key, and a person is found who has a row
 * for every key of the query (`key = any(…)`, counted). Text equality is leakproof, so row-level security
 * leaves its index on; array containment, LIKE and trigrams are not, and need three letters besides.
 *
 *   王桂英        王 桂 英 王桂 桂英 王桂英 · w wa … wangguiying · g gu … guiying · y … ying · wg wgy gy
 *   Иванова Мария и … иванова … ивановамария · м … мария · i … ivanova … mariya, mariia, maria
 *
 * Traditional and simplified characters are not folded into one another: a name is found as it is written,
 * or by pinyin, which is the same for both.
 */
export function nameKeys(name: string): string[] {
  const { characters, words } = partsOf(name)
  const spellings = words.map((word) => (/\p{Script=Cyrillic}/u.test(word) ? latinSpellings(word) : [word]))
  return distinct([
    ...substrings(characters),
    ...pinyinReadings(characters).flatMap(keysOfReading),
    ...prefixesFromEachWord(words.map(folded)),
    ...spellings.flatMap((ways) => ways.flatMap(prefixes)),
    ...prefixesFromEachWord(spellings.map((ways) => ways[0] ?? '')),
  ])
}

/**
 * The keys a name must all have to match what was typed: any part of a Chinese name, pinyin or initials from
 * any syllable on, the beginning of any other word. Empty when nothing searchable was typed: the caller must then
 * not search, because every name has all of no keys.
 */
export function queryKeys(typed: string): string[] {
  const { runs, words } = partsOf(typed)
  return distinct([
    ...runs.flatMap((run) => (run.length <= longestGram ? [run.join('')] : gramsOf(run, longestGram))),
    ...words.map((word) => Array.from(folded(word)).slice(0, longestPrefix).join('')),
  ])
}

const longestGram = 4
// Few names share twelve letters; longer words are compared by their beginning, which keeps the index small.
export const longestPrefix = 12
const mostWords = 20

// Scripts written without spaces, where any part of a name may be typed.
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

function partsOf(text: string) {
  const plain = text.normalize('NFKC').toLowerCase()
  const runs = Array.from(plain.matchAll(ideographs), ([run]) => Array.from(run))
  const words = plain.replace(ideographs, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return { runs, characters: runs.flat(), words: words.slice(0, mostWords) }
}

/** Latin loses its accents and ё becomes е, as people type them; й stays a letter of its own. */
function folded(word: string): string {
  return word
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ё', 'е')
}

function substrings(characters: readonly string[]): string[] {
  return [1, 2, 3, longestGram].flatMap((length) => gramsOf(characters, length))
}

function gramsOf(characters: readonly string[], length: number): string[] {
  const starts = Math.max(characters.length - length + 1, 0)
  return Array.from({ length: starts }, (_, start) => characters.slice(start, start + length).join(''))
}

function keysOfReading(syllables: readonly string[]): string[] {
  return [
    ...prefixesFromEachWord(syllables),
    ...prefixesFromEachWord(syllables.map((syllable) => syllable.charAt(0))),
  ]
}

/** Prefixes of "wang gui ying" from each word on, so that words may be typed together or apart. */
function prefixesFromEachWord(words: readonly string[]): string[] {
  return words.flatMap((_, start) => prefixes(words.slice(start).join('')))
}

function prefixes(word: string): string[] {
  const letters = Array.from(word).slice(0, longestPrefix)
  return letters.map((_, last) => letters.slice(0, last + 1).join(''))
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '')
}
