import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Where the chain of an agency ends: the number of its last line, and that line's link. */
export const Head = z.object({
  agencyId: z.uuid(),
  id: z.int().min(1),
  link: z.string().regex(/^[0-9a-f]{64}$/u),
})
export type Head = z.infer<typeof Head>

/**
 * A head as it was at a moment, sealed and kept outside the database: what was once noted here cannot be cut off or
 * written anew there without being seen. `key` names the key and tells nothing about it.
 */
export const Checkpoint = Head.extend({ at: z.iso.datetime(), key: z.string(), seal: z.string() })
export type Checkpoint = z.infer<typeof Checkpoint>

const form = 'alongside audit checkpoint 1'

const sealOf = (key: KeyObject, { agencyId, id, link, at, key: keyName }: Omit<Checkpoint, 'seal'>) =>
  createHmac('sha256', key)
    .update(JSON.stringify([form, agencyId, id, link, at, keyName]))
    .digest('hex')

/** Seals a head as it is now. */
export function checkpointOf(key: KeyObject, keyName: string, head: Head, at: Date): Checkpoint {
  const facts = { ...head, at: at.toISOString(), key: keyName }
  return { ...facts, seal: sealOf(key, facts) }
}

/** Checkpoints as they are kept: one JSON object a line, each written once and never changed. */
export const textOf = (checkpoints: readonly Checkpoint[]) =>
  checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join('')

/** What a file of checkpoints says. */
export type CheckpointFile = Readonly<{
  sound: readonly Checkpoint[]
  /** The numbers of the lines whose seal is wrong: somebody without the key wrote them. */
  forged: readonly number[]
  /** The numbers of the lines of another key. */
  ofAnotherKey: readonly number[]
  /** How many lines are no checkpoint at all, such as one torn by a power cut. */
  unreadable: number
}>

/** Reads a file of checkpoints and holds every seal against the key. */
export function readCheckpoints(text: string, key: KeyObject, keyName: string): CheckpointFile {
  const sound: Checkpoint[] = []
  const forged: number[] = []
  const ofAnotherKey: number[] = []
  let unreadable = 0
  for (const [place, line] of text.split('\n').entries()) {
    if (line === '') continue
    const checkpoint = Checkpoint.safeParse(parsed(line)).data
    if (!checkpoint) unreadable += 1
    else if (checkpoint.key !== keyName) ofAnotherKey.push(place + 1)
    else if (isSame(checkpoint.seal, sealOf(key, checkpoint))) sound.push(checkpoint)
    else forged.push(place + 1)
  }
  return { sound, forged, ofAnotherKey, unreadable }
}

const isSame = (given: string, expected: string) =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
