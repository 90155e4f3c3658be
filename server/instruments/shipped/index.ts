import { Instrument } from '#contract/instruments.ts'
import { dailyLiving } from './daily-living.ts'
import { gad2, gad7, phq4 } from './gad.ts'
import { lifeDomains } from './life-domains.ts'
import { mspss } from './mspss.ts'
import { phq2, phq9 } from './phq.ts'
import { closingReadiness, participation, satisfaction, willingness } from './ratings.ts'
import { safetyScreen } from './safety.ts'

const data = [
  safetyScreen,
  phq9,
  phq2,
  gad7,
  gad2,
  phq4,
  mspss,
  lifeDomains,
  dailyLiving,
  willingness,
  participation,
  closingReadiness,
  satisfaction,
]

/**
 * The instruments that come with the program, in the order in which they are offered: those that may be shipped (domain
 * specification of instruments, §1) and our own. A version that was given stays here for ever, for its answers are read
 * with it.
 */
export const shippedInstruments: readonly Instrument[] = data.map((one) => Instrument.parse(one))
