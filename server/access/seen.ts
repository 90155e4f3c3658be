import { Refusal } from '#server/kernel/refusal.ts'
import type { Transaction } from './transaction.ts'

/** Refuses (412) a write whose writer saw another version than the one there is now. The row must be locked. */
export function refuseIfStale({ seenVersion }: Transaction, version: number) {
  if (seenVersion !== null && seenVersion !== version) throw new Refusal('changed-meanwhile')
}
