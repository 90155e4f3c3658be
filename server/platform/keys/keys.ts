import { hkdfSync, randomBytes } from 'node:crypto'

/** What a key is for. A purpose has a key of its own: what is sealed for one cannot be opened for another. */
export type Purpose = `${string}/${string}`

/**
 * The keys of this installation. Each purpose and each version of the root has its own key, derived by HKDF-SHA-256
 * (RFC 5869), so one root serves all: second factors, cookies, identifiers, checkpoints of the audit, backups.
 */
export type Keys = Readonly<{
  /** The version that new things are sealed and signed with. */
  newest: number
  /** All versions, newest first. */
  versions: readonly number[]
  /** The 256-bit key of a purpose. @throws Error when there is no root of that version */
  keyFor: (purpose: Purpose, version?: number) => Buffer
}>

export const rootBytes = 32

/** Keys from their roots, by version. */
export function keysFrom(roots: ReadonlyMap<number, Buffer>): Keys {
  const versions = [...roots.keys()].toSorted((one, other) => other - one)
  const [newest] = versions
  if (newest === undefined) throw new Error('There is no key.')
  return {
    newest,
    versions,
    keyFor: (purpose, version = newest) => {
      const root = roots.get(version)
      if (!root) throw new Error(`There is no key of version ${version}.`)
      return Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `alongside ${purpose}`, rootBytes))
    },
  }
}

/** Keys that nobody keeps: for tests, and for whatever ends with the process. */
export const passingKeys = (): Keys => keysFrom(new Map([[1, randomBytes(rootBytes)]]))
