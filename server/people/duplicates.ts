import type { Day } from '#contract/dates.ts'
import { DuplicateReason, type PersonSheet } from '#contract/people.ts'
import { nameForm, soundsOf } from './name-sounds.ts'

/**
 * Numbers as they are compared: blind marks, for nothing is opened to compare it. Equal marks are equal numbers.
 */
type Marks = Readonly<{ idNumberMark: string | null; phoneMarks: readonly string[] }>

/** Who is about to be recorded. */
export type Asked = Readonly<{ name: string; birthDate: Day | null }> & Marks

/** What of a known person is compared. */
export type Known = Pick<PersonSheet, 'name' | 'otherNames' | 'birthDate'> & Marks

/** Why a known person may be the asked one, strongest first; empty when there is no reason to think so. */
export function duplicateReasons(asked: Asked, known: Known): DuplicateReason[] {
  const named = likeness(asked.name, known)
  const born = asked.birthDate !== null && asked.birthDate === known.birthDate
  const reached = asked.phoneMarks.some((mark) => known.phoneMarks.includes(mark))
  const may = birthsMayAgree(asked.birthDate, known.birthDate)
  const holds: Record<DuplicateReason, boolean> = {
    'same-id-number': asked.idNumberMark !== null && asked.idNumberMark === known.idNumberMark,
    'same-name-and-birth-date': named === 'same' && born,
    'same-name-and-phone': named === 'same' && reached,
    'same-phone': named !== 'same' && reached,
    'same-name': named === 'same' && !born && !reached && may,
    'similar-name-and-birth-date': named === 'similar' && born,
    'similar-name': named === 'similar' && !born && may,
  }
  return DuplicateReason.options.filter((reason) => holds[reason])
}

/** Orders candidates: the strongest reason first, then whoever has more of them. */
export function byStrength(one: readonly DuplicateReason[], other: readonly DuplicateReason[]): number {
  return strength(one) - strength(other) || other.length - one.length
}

const strength = ([strongest]: readonly DuplicateReason[]) =>
  strongest === undefined ? DuplicateReason.options.length : DuplicateReason.options.indexOf(strongest)

function likeness(name: string, known: Known): 'same' | 'similar' | 'other' {
  const names = [known.name, ...known.otherNames.split(/[,;/、，；]/u)].filter((one) => nameForm(one) !== '')
  if (names.some((one) => nameForm(one) === nameForm(name))) return 'same'
  const sounds = new Set(soundsOf(name))
  return names.some((one) => soundsOf(one).some((sound) => sounds.has(sound))) ? 'similar' : 'other'
}

/** Birth dates are often heard wrong, but seldom by more than a year; namesakes of another age are no candidates. */
function birthsMayAgree(one: Day | null, other: Day | null): boolean {
  if (one === null || other === null) return true
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) <= 1
}
