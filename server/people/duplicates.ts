import type { Day } from '#contract/dates.ts'
import { DuplicateReason, type PersonSheet } from '#contract/people.ts'
import { likenessOf } from './name-likeness.ts'

/**
 * Numbers as they are compared: blind marks, for nothing is opened to compare it. Equal marks are equal numbers.
 */
type Marks = Readonly<{ idNumberMark: string | null; phoneMarks: readonly string[] }>

/** Who is about to be recorded; with the marks of the numbers that are one digit off. */
export type Asked = Readonly<{
  name: string
  birthDate: Day | null
  nearIdNumberMarks: readonly string[]
  nearPhoneMarks: readonly string[]
}> &
  Marks

/** What of a known person is compared. */
export type Known = Pick<PersonSheet, 'name' | 'otherNames' | 'birthDate'> & Marks

/** Why a known person may be the asked one, strongest first; empty when there is no reason to think so. */
export function duplicateReasons(asked: Asked, known: Known): DuplicateReason[] {
  const named = likenessOf(asked.name, [known.name, ...known.otherNames.split(/[,;/、，；]/u)])
  const born = asked.birthDate !== null && asked.birthDate === known.birthDate
  const reached = asked.phoneMarks.some((mark) => known.phoneMarks.includes(mark))
  const may = birthsMayAgree(asked.birthDate, known.birthDate)
  const mark = known.idNumberMark
  const holds: Record<DuplicateReason, boolean> = {
    'same-id-number': asked.idNumberMark !== null && asked.idNumberMark === mark,
    'same-name-and-birth-date': named === 'same' && born,
    'same-name-and-phone': named === 'same' && reached,
    'id-number-one-digit-off': mark !== null && asked.nearIdNumberMarks.includes(mark),
    'similar-name-and-birth-date': named === 'similar' && born,
    'look-alike-name-and-birth-date': named === 'look-alike' && born,
    'one-letter-off-and-birth-date': named === 'one-letter-off' && born,
    'same-phone': named !== 'same' && reached,
    'phone-one-digit-off': !reached && asked.nearPhoneMarks.some((near) => known.phoneMarks.includes(near)),
    'same-name': named === 'same' && !born && !reached && may,
    'similar-name': named === 'similar' && !born && may,
    'look-alike-name': named === 'look-alike' && !born && may,
  }
  return DuplicateReason.options.filter((reason) => holds[reason])
}

/** Orders candidates: the strongest reason first, then whoever has more of them. */
export function byStrength(one: readonly DuplicateReason[], other: readonly DuplicateReason[]): number {
  return strength(one) - strength(other) || other.length - one.length
}

const strength = ([strongest]: readonly DuplicateReason[]) =>
  strongest === undefined ? DuplicateReason.options.length : DuplicateReason.options.indexOf(strongest)

/** Birth dates are often heard wrong, but seldom by more than a year; namesakes of another age are no candidates. */
function birthsMayAgree(one: Day | null, other: Day | null): boolean {
  if (one === null || other === null) return true
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) <= 1
}
