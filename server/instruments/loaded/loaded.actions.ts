import type { Instrument } from '#contract/instruments.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { shippedInstruments } from '../shipped/index.ts'
import { insertInstrument, loadedInstruments, mostInstruments } from './loaded.repository.ts'

/**
 * Loads an instrument as data, under the agency's own licence. Its name is its own: what comes with the program is
 * not replaced, and a later version has a higher number.
 */
export async function loadInstrument(tx: Transaction, instrument: Instrument) {
  permit(tx.actor, 'instrument.load') // 403
  if (shippedInstruments.some(({ id }) => id === instrument.id)) throw new Refusal('instruments/comes-along')
  const loaded = await loadedInstruments(tx)
  const before = loaded.find(({ id }) => id === instrument.id)
  if (before && before.version >= instrument.version) throw new Refusal('instruments/version-there')
  if (!before && loaded.length >= mostInstruments) throw new Refusal('instruments/too-many')
  await insertInstrument(tx, instrument) // 409
}
