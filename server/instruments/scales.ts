import type { Instrument, InstrumentAnswers } from '#contract/instruments.ts'
import type { RecordScale } from '#contract/scales.ts'
import type { Day } from '#contract/dates.ts'
import { ageOn } from '#server/kernel/age.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, whole } from '#server/kernel/whole.ts'
import { strangeAnswers } from './scoring/scoring.ts'
import { shippedInstruments } from './shipped/index.ts'

/** An instrument of those that come along, in a version, or null. */
export const instrumentOf = (id: string, version: number): Instrument | null =>
  shippedInstruments.find((one) => one.id === id && one.version === version) ?? null

/** Whom it is about, and when it is written down. */
export type About = Readonly<{ today: Day; birthDate: Day | null }>

/** How a scale is given, before anybody answers it. */
export type Giving = Pick<RecordScale, 'informant' | 'language'> & Readonly<{ answeredOn: Day }>

const checksOfGiving = (instrument: Instrument, given: Giving, birthDate: Day | null): Check[] => [
  ['informant', instrument.informants.includes(given.informant), 'scales/not-by-them'],
  ['language', instrument.translations[given.language] !== 'none', 'scales/not-in-this-language'],
  ['answeredOn', isForThisAge(instrument, given.answeredOn, birthDate), 'scales/not-at-this-age'],
]

/** Refuses (422) to give a scale to whom, about whom or in what language it is not given. */
export function refuseUnlessGivable(
  instrument: Instrument | null,
  given: Giving,
  birthDate: Day | null,
): Instrument {
  if (!instrument) throw new Refusal('scales/no-such-instrument')
  whole(checksOfGiving(instrument, given, birthDate))
  return instrument
}

/** Refuses (422) answers that no instrument asked for, or that were not given as it allows. */
export function refuseUnlessAnswered(
  instrument: Instrument | null,
  given: RecordScale,
  { today, birthDate }: About,
): Instrument {
  if (!instrument) throw new Refusal('scales/no-such-instrument')
  whole([
    ...checksOfGiving(instrument, given, birthDate),
    ['answeredOn', given.answeredOn <= today, 'scales/not-yet'],
    ['answers', isAnswered(given.answers), 'scales/nothing-answered'],
    ['answers', strangeAnswers(instrument, given.answers).length === 0, 'scales/strange-answers'],
  ])
  return instrument
}

/** Whom nobody knows the age of is asked all the same: the worker in front of them knows better. */
const isForThisAge = ({ ages }: Instrument, day: Day, birthDate: Day | null) => {
  if (!ages || birthDate === null) return true
  const age = ageOn(birthDate, day)
  return age >= ages.from && age <= ages.to
}

const isAnswered = (answers: InstrumentAnswers) =>
  Object.values(answers).some((answer) => typeof answer !== 'string' || answer.trim() !== '')

/** A result as somebody decides on it. */
export type Decidable = Readonly<{
  id: string
  caseId: string
  instrument: string
  emergencies: readonly string[]
  decision: string | null
  version: number
}>

/** Refuses (409) to decide where no danger was told of, or where somebody has decided. */
export function refuseUnlessUndecided({ emergencies, decision }: Decidable) {
  if (emergencies.length === 0) throw new Refusal('scales/nothing-to-decide')
  if (decision !== null) throw new Refusal('scales/decided-already')
}
