import { pinyin } from 'pinyin-pro'

const mostSyllables = 8
const mostReadings = 64

/**
 * The ways a Chinese name may be read, each as a list of syllables without tones. Characters with several
 * readings (单 dan, shan, chan) give them all, because surnames often take the rare one.
 */
export function pinyinReadings(characters: readonly string[]): readonly (readonly string[])[] {
  const syllables = characters.slice(0, mostSyllables).map(readingsOf)
  return combine(fewEnough(syllables.filter((readings) => readings.length > 0)))
}

/** Keyboards and passports write ü as v, u or yu: 吕 is lv, lu and lyu. */
function readingsOf(character: string): readonly string[] {
  return pinyin(character, { toneType: 'none', multiple: true, type: 'array' })
    .filter((reading) => /^[a-zü]+$/.test(reading))
    .flatMap((reading) =>
      reading.includes('ü') ? ['v', 'u', 'yu'].map((vowel) => reading.replace('ü', vowel)) : [reading],
    )
}

/** Keeps the number of combinations small by giving up rare readings, last characters first. */
function fewEnough(syllables: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const count = syllables.reduce((product, readings) => product * readings.length, 1)
  const last = syllables.findLastIndex((readings) => readings.length > 1)
  if (count <= mostReadings || last < 0) return syllables
  return fewEnough(syllables.map((readings, at) => (at === last ? readings.slice(0, 1) : readings)))
}

function combine(syllables: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return syllables.reduce<readonly (readonly string[])[]>(
    (soFar, readings) => soFar.flatMap((start) => readings.map((reading) => [...start, reading])),
    [[]],
  )
}
