import type pg from 'pg'
import { Flight } from '#server/platform/database/one-flight.ts'

/** One statement as the application sent it. */
export type Statement = Readonly<{ text: string; values: readonly unknown[] }>

/**
 * Hears every statement that is sent over the connections that a pool makes from now on: its world must stand `apart`.
 * @returns what was heard since the last asking
 */
export function hearing(pool: pg.Pool): () => Statement[] {
  let heard: Statement[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    const listening = (...given: unknown[]) => {
      const [config] = given
      if (config instanceof Flight) heard.push(...config.statements)
      else if (isStatement(config)) heard.push({ text: config.text, values: [...(config.values ?? [])] })
      return query(...given)
    }
    Object.assign(client, { query: listening })
  })
  return () => {
    const all = heard
    heard = []
    return all
  }
}

const isStatement = (config: unknown): config is { text: string; values?: unknown[] } =>
  typeof config === 'object' && config !== null && 'text' in config
