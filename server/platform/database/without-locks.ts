import type { Kysely, KyselyPlugin, SelectModifierNode } from 'kysely'
import type { Db } from './database.ts'
import type { Tables } from './tables.gen.ts'

const locks: readonly (string | undefined)[] = ['ForUpdate', 'ForShare', 'ForNoKeyUpdate', 'ForKeyShare']
const isNoLock = ({ modifier }: SelectModifierNode) => !locks.includes(modifier)

const plugin: KyselyPlugin = {
  transformQuery: ({ node }) =>
    node.kind === 'SelectQueryNode' && node.endModifiers
      ? { ...node, endModifiers: node.endModifiers.filter(isNoLock) }
      : node,
  transformResult: async ({ result }) => result,
}

const known = new WeakMap<Db, Kysely<Tables>>()

/**
 * The same way in for whoever only looks: what a change reads with a lock is read without one. A lock would be a write, and
 * whoever changes the record would have to wait for everybody who reads it.
 */
export function withoutLocks(db: Db): Db {
  const found = known.get(db) ?? db.withPlugin(plugin)
  known.set(db, found)
  return found
}
