import { pinyinReadings } from './pinyin.ts'
import { simplified } from './simplified.ts'
import { latinSpellings } from './transliteration.ts'

const ideographs = /\p{Script=Han}/u

/** A name as it is compared: case, width, spaces, dots, variation selectors, traditional or simplified do not count. */
export function nameForm(name: string): string {
  const words = wordsOf(name)
  return ideographs.test(name) ? simplified(Array.from(words.join(''))).join('') : words.toSorted().join(' ')
}

/**
 * How a name may sound, in Latin letters without spaces: 王桂英, 王贵英 and Wang Guiying share "wangguiying";
 * Иванова and Ivanova share theirs.
 */
export function soundsOf(name: string): string[] {
  const words = wordsOf(name)
  if (ideographs.test(name))
    return pinyinReadings(Array.from(words.join(''))).map((syllables) => syllables.join(''))
  const spellings = words.map((word) => (/\p{Script=Cyrillic}/u.test(word) ? latinSpellings(word) : [word]))
  const styles = Math.max(0, ...spellings.map((ways) => ways.length))
  const inStyle = (style: number) => spellings.map((ways) => ways[style] ?? ways[0] ?? '')
  const ways = Array.from({ length: styles }, (_, style) => inStyle(style))
  return [...new Set(ways.flatMap((way) => [way.join(''), way.toSorted().join('')]))].filter(
    (sound) => sound !== '',
  )
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ё', 'е')
    .replace(/['’ʼ]/gu, '')
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
