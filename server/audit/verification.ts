import type { KeyObject } from 'node:crypto'
import { beforeTheFirst, sealOf, type SealedFacts } from './chain.ts'
import type { Checkpoint } from './checkpoints.ts'

/**
 * The first thing that is wrong with a chain, and at which line:
 * - `missing`: the line is not there, though a later one is
 * - `altered`: it does not carry the seal of what it says after the line before it; changed, put in, swapped or rewritten
 * - `unsealed`: it has no seal
 * - `cut`: a checkpoint names a later line, and the chain ends before this one
 * - `replaced`: a checkpoint knows another line of this number; what comes after the checkpoint before it was written anew
 */
export type Fault = Readonly<{
  what: 'missing' | 'altered' | 'unsealed' | 'cut' | 'replaced'
  line: number
  /** The checkpoint that shows it, where one does. */
  checkpoint?: Checkpoint
}>

type Line = Readonly<{ facts: SealedFacts; mac: Buffer | null }>

/** Walks one agency's chain, line by line in their order, and holds it against its key and its checkpoints. */
export function chainWalk(key: KeyObject, checkpoints: readonly Checkpoint[]) {
  const noted = new Map<number, Checkpoint[]>()
  for (const checkpoint of checkpoints)
    noted.set(checkpoint.id, [...(noted.get(checkpoint.id) ?? []), checkpoint])
  let previous: Buffer = beforeTheFirst
  let lines = 0

  const otherThanNoted = ({ id }: SealedFacts, mac: Buffer) =>
    noted.get(id)?.find((checkpoint) => checkpoint.mac !== mac.toString('hex'))

  return {
    /** The next line; null while all is well. */
    next({ facts, mac }: Line): Fault | null {
      const expected = lines + 1
      if (facts.id < expected) return { what: 'altered', line: facts.id }
      if (facts.id > expected) return { what: 'missing', line: expected }
      if (mac === null) return { what: 'unsealed', line: expected }
      if (!mac.equals(sealOf(key, facts, previous))) return { what: 'altered', line: expected }
      const checkpoint = otherThanNoted(facts, mac)
      if (checkpoint) return { what: 'replaced', line: expected, checkpoint }
      previous = mac
      lines = expected
      return null
    },
    /** After the last line: whether a checkpoint knows more of them. */
    end(): Fault | null {
      const checkpoint = checkpoints.find(({ id }) => id > lines)
      return checkpoint ? { what: 'cut', line: lines + 1, checkpoint } : null
    },
  }
}
