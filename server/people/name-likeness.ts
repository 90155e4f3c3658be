import { lookAlike, oneAlphabet } from './look-alikes.ts'
import { nameForm, soundsOf } from './name-sounds.ts'
import { romanSkeleton } from './romanisation.ts'

/**
 * How near two written names are: written the same; sounding the same in some script; one character that the eye takes for
 * another; one letter or character off, which says something only beside an equal birth date.
 */
export type Likeness = 'same' | 'similar' | 'look-alike' | 'one-letter-off' | 'other'

const nearest: readonly Likeness[] = ['same', 'similar', 'look-alike', 'one-letter-off', 'other']

/** How near a name is to the nearest of those that somebody goes by. */
export function likenessOf(name: string, names: readonly string[]): Likeness {
  const found = names.filter((one) => nameForm(one) !== '').map((one) => likeness(name, one))
  return nearest.find((level) => found.includes(level)) ?? 'other'
}

function likeness(one: string, other: string): Likeness {
  const [first, second] = [formOf(one), formOf(other)]
  if (first === second) return 'same'
  if (soundAlike(one, other)) return 'similar'
  return differByOne(Array.from(first), Array.from(second))
}

const formOf = (name: string) => nameForm(name).split(' ').map(oneAlphabet).join(' ')

function soundAlike(one: string, other: string): boolean {
  const sounds = new Set(soundsOf(one))
  if (soundsOf(other).some((sound) => sounds.has(sound))) return true
  const skeletons = new Set(skeletonsOf(one))
  return skeletonsOf(other).some((skeleton) => skeletons.has(skeleton))
}

const ideographs = /\p{Script=Han}/u

/** What is left of a name in letters when the ways of romanising no longer matter; the sound of a Chinese name is exact already. */
const skeletonsOf = (name: string) =>
  ideographs.test(name)
    ? []
    : soundsOf(name)
        .filter((sound) => /^[a-z]+$/.test(sound))
        .map(romanSkeleton)

/** Two Chinese characters of three, or four letters of a word: fewer in common would find half the town. */
function differByOne(one: readonly string[], other: readonly string[]): Likeness {
  const chinese = ideographs.test(one.join(''))
  const longEnough = Math.min(one.length, other.length) >= (chinese ? 2 : 5)
  if (!longEnough || chinese !== ideographs.test(other.join(''))) return 'other'
  const place = one.findIndex((sign, at) => sign !== other[at])
  const [rest, otherRest] = [one.slice(place + 1).join(''), other.slice(place + 1).join('')]
  if (one.length === other.length && rest === otherRest) {
    if (lookAlike(one[place] ?? '', other[place] ?? '')) return 'look-alike'
    return !chinese || one.length > 2 ? 'one-letter-off' : 'other'
  }
  // One letter left out or put in; a Chinese name with one character more is another name.
  const [long, short] = one.length > other.length ? [one, other] : [other, one]
  const at = long.findIndex((sign, index) => sign !== short[index])
  return !chinese && long.toSpliced(at, 1).join('') === short.join('') ? 'one-letter-off' : 'other'
}
