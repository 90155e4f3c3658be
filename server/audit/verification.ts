import type { KeyObject } from 'node:crypto'
import { beforeTheFirst, linkOf, sealOf, type SealedFacts } from './chain.ts'
import type { Checkpoint } from './checkpoints.ts'

/**
 * The first thing that is wrong with a chain, and at which line:
 * - `missing`: the line is not there, though a later one is
 * - `altered`: it does not carry the seal of what it says, or is not linked to the line before it; changed, put in, swapped or rewritten
 * - `unsealed`: it has no seal or no link
 * - `cut`: a checkpoint names a later line, and the chain ends before this one
 * - `replaced`: a checkpoint knows another line of this number; what comes after the checkpoint before it was written anew
 */
export type Fault = Readonly<{
  what: 'missing' | 'altered' | 'unsealed' | 'cut' | 'replaced'
  line: number
  /** The checkpoint that shows it, where one does. */
  checkpoint?: Checkpoint
}>

type Line = Readonly<{ id: number; facts: SealedFacts; mac: Buffer | null; link: Buffer | null }>

/** Walks one agency's chain, line by line in their order, and holds it against its key and its checkpoints. */
export function chainWalk(key: KeyObject, checkpoints: readonly Checkpoint[]) {
  const noted = new Map<number, Checkpoint[]>()
  for (const checkpoint of checkpoints)
    noted.set(checkpoint.id, [...(noted.get(checkpoint.id) ?? []), checkpoint])
  let previous: Buffer = beforeTheFirst
  let lines = 0

  const otherThanNoted = (id: number, link: Buffer) =>
    noted.get(id)?.find((checkpoint) => checkpoint.link !== link.toString('hex'))

  return {
    /** The next line; null while all is well. */
    next({ id, facts, mac, link }: Line): Fault | null {
      const expected = lines + 1
      if (id < expected) return { what: 'altered', line: id }
      if (id > expected) return { what: 'missing', line: expected }
      if (mac === null || link === null) return { what: 'unsealed', line: expected }
      if (!mac.equals(sealOf(key, facts))) return { what: 'altered', line: expected }
      if (!link.equals(linkOf(previous, id, mac))) return { what: 'altered', line: expected }
      const checkpoint = otherThanNoted(id, link)
      if (checkpoint) return { what: 'replaced', line: expected, checkpoint }
      previous = link
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
