import { randomBytes } from 'node:crypto'
import { keyBytes, markOf, openBytes, sealBytes, type Sealed, versionOf } from './sealing.ts'

/** What one key seals and opens. `place` is bound to the text: a seal moved to another place does not open there. */
export type Seal = Readonly<{
  seal: (place: string, text: string) => Sealed
  open: (place: string, sealed: Sealed) => string
}>

/** The keys of one agency, unwrapped, for the seconds that a keyring keeps them. */
export type AgencyKeys = Readonly<{
  /** A new key for a person, wrapped: only so does it lie in the database. */
  newPersonKey: (personId: string) => Sealed
  /** What the key of a person seals and opens. */
  person: (personId: string, wrapped: Sealed) => Seal
  /** What the agency seals for itself. */
  own: Seal
  /** A blind mark: equal for equal texts of this agency, and telling nothing else (text, 22 characters). */
  mark: (what: string, text: string) => string
}>

/** One edition of an agency's keys. The key of its marks stays the same through all editions. */
export type Edition = Readonly<{ version: number; sealing: Buffer; marking: Buffer }>

/** A wrapped key is of an edition that was made after these keys were read: they must be read again. */
export class KeysMovedOn extends Error {
  override readonly name = 'KeysMovedOn'
}

const personKeyVersion = 1
/** Of so many people the keys stay unwrapped meanwhile: whoever types a name sees the same few people at each letter. */
const mostUnwrapped = 5_000
const markCharacters = 22

/** Keys for the first edition of an agency, or for the one after `last`. */
export const nextEdition = (last: Edition | null): Edition => ({
  version: (last?.version ?? 0) + 1,
  sealing: randomBytes(keyBytes),
  marking: last?.marking ?? randomBytes(keyBytes),
})

/** What can be done with the editions of an agency's keys, the newest last. */
export function agencyKeys(agencyId: string, editions: readonly Edition[]): AgencyKeys {
  const newest = editions.at(-1)
  if (!newest) throw new Error('An agency without keys.')
  const edition = (version: number) => {
    const found = editions.find((one) => one.version === version)
    if (!found) throw new KeysMovedOn('A key of a newer edition.')
    return found
  }
  const personPlace = (personId: string) => personKeyPlace(agencyId, personId)
  const known = new Map<string, Buffer>()
  const unwrap = (personId: string, wrapped: Sealed) => {
    const name = `${personId} ${wrapped.toString('latin1')}`
    const found = known.get(name)
    if (found) return found
    const key = openBytes(edition(versionOf(wrapped)).sealing, personPlace(personId), wrapped)
    if (known.size >= mostUnwrapped) known.clear()
    known.set(name, key)
    return key
  }
  return {
    newPersonKey: (personId) =>
      sealBytes(newest.sealing, newest.version, personPlace(personId), randomBytes(keyBytes)),
    person: (personId, wrapped) => {
      // Unwrapped when a field is asked for, not before: most rows of a list are never opened.
      const unwrapped = () => unwrap(personId, wrapped)
      const place = (field: string) => `${agencyId}|${personId}|${field}`
      return {
        seal: (field, text) => sealBytes(unwrapped(), personKeyVersion, place(field), Buffer.from(text)),
        open: (field, sealed) => openBytes(unwrapped(), place(field), sealed).toString(),
      }
    },
    own: {
      seal: (place, text) =>
        sealBytes(newest.sealing, newest.version, ownPlace(agencyId, place), Buffer.from(text)),
      open: (place, sealed) =>
        openBytes(edition(versionOf(sealed)).sealing, ownPlace(agencyId, place), sealed).toString(),
    },
    mark: (what, text) => markOf(newest.marking, what, text).toString('base64url').slice(0, markCharacters),
  }
}

/** Where a person's key belongs. */
export const personKeyPlace = (agencyId: string, personId: string) => `person-key|${agencyId}|${personId}`

/** Where what an agency seals for itself belongs. */
export const ownPlace = (agencyId: string, place: string) => `${agencyId}|${place}`

/** Wraps a key anew, at its place, with the newest edition. What that key has sealed stays as it is. */
export function rewrapped(editions: readonly Edition[], place: string, wrapped: Sealed): Sealed {
  const [from, newest] = [editions.find(({ version }) => version === versionOf(wrapped)), editions.at(-1)]
  if (!from || !newest) throw new KeysMovedOn('A key of a newer edition.')
  return sealBytes(newest.sealing, newest.version, place, openBytes(from.sealing, place, wrapped))
}
