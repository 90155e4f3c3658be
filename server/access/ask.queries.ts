import { CompiledQuery } from 'kysely'
import type { Statement, TextRow } from '#server/platform/database/one-flight.ts'
import type { Transaction } from './transaction.ts'

/** Asks inside a transaction what a glance asks in a flight of its own. */
export async function ask({ db }: Pick<Transaction, 'db'>, { text, values }: Statement): Promise<TextRow[]> {
  const query: CompiledQuery<Record<string, string | null>> = CompiledQuery.raw(text, [...values])
  const { rows } = await db.executeQuery(query)
  return rows.map((row) => Object.values(row))
}
