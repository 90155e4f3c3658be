import { sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/**
 * Whether a row of `people`, `inquiries` or `cases` is in the actor's sight, said in the query itself. Row-level security
 * says the same again: each of the two walls stands when the other one is taken away (server/testing/matrix proves it).
 */
export const inSight = ({ actor }: Pick<Transaction, 'actor'>, alias: string) =>
  sql<boolean>`${sql.ref(`${alias}.readers`)} && ${`{${actor.principals.join(',')}}`}::uuid[]`

/** The same for a statement whose text never changes: `place` is where its value stands, such as `$3` (see `principalsText`). */
export const inSightText = (alias: string, place: string) => `${alias}.readers && ${place}::uuid[]`

/** The value for it. */
export const principalsText = ({ actor }: Pick<Transaction, 'actor'>) => `{${actor.principals.join(',')}}`
