import { performance } from 'node:perf_hooks'
import type { Actor, Recognition } from '#server/access/index.ts'

/** Who was recognised a moment ago, and by what the database tells whether it still holds. */
export type Remembered = Readonly<{ actor: Actor; recognition: Recognition }>

/** The database notes once a minute that a sign-in is used; until then it need not be asked in a flight of its own. */
const rememberedForMilliseconds = 45_000
const atMost = 5_000

/**
 * Keeps in mind who was recognised, so that an act need not wait for it: the database compares what is remembered as the
 * act begins (`still_recognised`). What is remembered here permits nothing by itself.
 */
export function memoryOfActors(clock: () => number = () => performance.now()) {
  const known = new Map<string, Remembered & Readonly<{ since: number }>>()
  return {
    find: (hash: Buffer): Remembered | null => {
      const found = known.get(hash.toString('base64'))
      return found && clock() - found.since < rememberedForMilliseconds ? found : null
    },
    keep: (remembered: Remembered) => {
      const key = remembered.recognition.hash.toString('base64')
      known.delete(key)
      known.set(key, { ...remembered, since: clock() })
      const [oldest] = known.keys()
      if (known.size > atMost && oldest !== undefined) known.delete(oldest)
    },
    forget: (hash: Buffer) => void known.delete(hash.toString('base64')),
  }
}
