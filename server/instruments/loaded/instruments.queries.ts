import type { Instrument } from '#contract/instruments.ts'
import type { Transaction } from '#server/access/index.ts'
import { shippedInstruments } from '../shipped/index.ts'
import { loadedInstrument, loadedInstruments } from './loaded.repository.ts'

/** A version of an instrument, of those that come along and those that the agency loaded; null where there is none. */
export const findInstrument = async (
  tx: Transaction,
  id: string,
  version: number,
): Promise<Instrument | null> =>
  shippedInstruments.find((one) => one.id === id && one.version === version) ??
  (await loadedInstrument(tx, id, version))

/** Every instrument that may be given: those that come along first. */
export const everyInstrument = async (tx: Transaction): Promise<Instrument[]> => [
  ...shippedInstruments,
  ...(await loadedInstruments(tx)),
]
