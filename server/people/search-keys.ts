import { pinyinReadings } from './pinyin.ts'
import { romanSkeleton } from './romanisation.ts'
import { simplified } from './simplified.ts'
import { latinSpellings } from './transliteration.ts'

/**
 * Names are found by exact keys: one row of `person_search_keys` per key, and a person is found who has a row
 * one of the keys of each part of the query (`key = any(…)`). Text equality is leakproof, so row-level security
 * leaves its index on; array containment, LIKE and trigrams are not, and need three letters besides.
 *
 *   王桂英        王 桂 英 王桂 桂英 王桂英 · w wa … wangguiying · g gu … guiying · y … ying · wg wgy gy
 *   Иванова Мария и … иванова … ивановамария · м … мария · i … ivanova … mariya, mariia, maria · ~ma … ~mara
 *
 * Traditional characters are keyed as simplified ones, so that either finds the other, and as they are, so that they come first
 * for whoever types them. What begins with ~ or = is the
 * skeleton of a Latin or transliterated word, its beginnings and its whole.
 */
export function nameKeys(name: string): string[] {
  const { characters, words } = partsOf(name)
  const spellings = words.map(spellingsOf)
  return distinct([
    ...substrings(simplified(characters)),
    ...substrings(characters),
    ...spellings.flat().flatMap((spelling) => [...skeletonKeys(spelling), ...wholeSkeleton(spelling)]),
    ...pinyinReadings(characters).flatMap(keysOfReading),
    ...prefixesFromEachWord(words.map(folded)),
    ...spellings.flatMap((ways) => ways.flatMap(prefixes)),
    ...prefixesFromEachWord(spellings.map((ways) => ways[0] ?? '')),
  ])
}

/** One part of a query: a name matches it that has one of these keys. */
export type Part = readonly string[]

/**
 * The parts a name must all match to be what was typed: any part of a Chinese name, pinyin or initials from
 * any syllable on, the beginning of any other word in any romanisation. Empty when nothing searchable was typed: the
 * caller must then not search, because every name matches all of no parts.
 */
export function queryParts(typed: string): Part[] {
  const { runs, words } = partsOf(typed)
  const grams = runs.flatMap((run) => {
    return run.length <= longestGram ? [run.join('')] : gramsOf(run, longestGram)
  })
  return [...distinct(grams).map(partOfGram), ...[...new Set(words)].map(partOfWord)]
}

const partOfGram = (gram: string): Part => distinct([gram, simplified(Array.from(gram)).join('')])

function partOfWord(word: string): Part {
  const plain = toneless(folded(word))
  const spellings = spellingsOf(plain)
  // Typed in Cyrillic, a word is compared by its skeleton only as a whole: its beginning is known exactly.
  const skeletons = spellings.flatMap((spelling) =>
    cyrillic.test(plain) ? wholeSkeleton(spelling) : skeletonKeys(spelling).slice(-1),
  )
  return distinct([plain, ...spellings].map(beginning).concat(skeletons))
}

/** Pinyin may be typed with the numbers of its tones: wang2gui4ying1. */
const toneless = (word: string) => (/^(?:[a-z]+[1-5])+$/.test(word) ? word.replace(/[1-5]/g, '') : word)

/** A word in Latin letters: as it is, or in the ways it may be transliterated. */
const spellingsOf = (word: string): readonly string[] => (cyrillic.test(word) ? latinSpellings(word) : [word])

const cyrillic = /\p{Script=Cyrillic}/u

/** `~` and the beginnings of what is left of a Latin word; one letter would tell nothing. */
const skeletonKeys = (word: string) =>
  prefixes(skeletonOf(word))
    .slice(1)
    .map((start) => `~${start}`)

/** `=` and all that is left of it. */
const wholeSkeleton = (word: string) => {
  const skeleton = skeletonOf(word)
  return skeleton.length > 1 ? [`=${beginning(skeleton)}`] : []
}

function skeletonOf(word: string): string {
  const plain = folded(word)
  return /^[a-z]+$/.test(plain) ? romanSkeleton(plain) : ''
}

const beginning = (word: string) => Array.from(word).slice(0, longestPrefix).join('')

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
