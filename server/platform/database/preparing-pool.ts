import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** What the connections of a pool keep prepared. */
export type Preparing = Readonly<{
  /** So many statements at the most; whatever comes later is planned each time. */
  most: number
  /** Whether from the first time that they are asked, or the second: what is never asked again is not worth keeping. */
  asked: 1 | 2
}>

const usual: Preparing = { most: 400, asked: 2 }

/**
 * Longer statements are long lists: each length is another text, and keeping them would only fill memory. The page of a case is
 * the longest that is none, and costs ten times as much where it is planned anew.
 */
export const longestKept = 12_000

// The role is the first value of the statement that takes it.
const takesRole = /set_config\('role', \$1/u

/**
 * A pool whose connections prepare what they are asked again, so that PostgreSQL parses and plans it once. A plan under
 * row-level security belongs to the role it was made for, so the role that was taken is part of a statement's name.
 */
export function preparingPool(pool: pg.Pool, preparing = usual): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const made = known.get(client) ?? preparingClient(client, preparing)
    known.set(client, made)
    return made
  }
  return { connect, end: () => pool.end() }
}

function preparingClient(client: pg.PoolClient, preparing: Preparing): PostgresPoolClient {
  const statements = new Statements(preparing)
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('A cursor cannot travel with other statements')
    writeTogether(client)
    return client.query(statements.asked(text, [...values]))
  }
  return { query, release: () => client.release() }
}

type Socketed = Readonly<{ connection?: { stream?: { cork?: () => void; uncork?: () => void } } }>

/** What is asked in one go is written to the server in one go: it is woken once, not for each statement. */
function writeTogether(client: pg.PoolClient) {
  const stream = (client as unknown as Socketed).connection?.stream
  stream?.cork?.()
  process.nextTick(() => stream?.uncork?.())
}

/** The statements that one connection knows, and the role that it took last. */
class Statements {
  readonly #preparing: Preparing
  readonly #ofRole = new Map<string, Map<string, string>>()
  #role = ''
  #names = this.#namesOf('')
  #size = 0

  constructor(preparing: Preparing) {
    this.#preparing = preparing
  }

  asked(text: string, values: unknown[]): pg.QueryConfig {
    const name = this.#nameOf(text)
    if (takesRole.test(text)) {
      this.#role = String(values[0])
      this.#names = this.#namesOf(this.#role)
    }
    return name === undefined ? { text, values } : { name, text, values }
  }

  /** The name of a text for the present role; none before it is worth keeping, and none where it never is. */
  #nameOf(text: string): string | undefined {
    if (text.length > longestKept) return undefined
    const name = this.#names.get(text)
    if (name !== undefined) return name || this.#prepare(text)
    if (this.#size >= this.#preparing.most) return undefined
    this.#size += 1
    if (this.#preparing.asked === 1) return this.#prepare(text)
    this.#names.set(text, '')
    return undefined
  }

  #prepare(text: string) {
    const name = createHash('sha1').update(`${this.#role} ${text}`).digest('base64url')
    this.#names.set(text, name)
    return name
  }

  #namesOf(role: string) {
    const names = this.#ofRole.get(role) ?? new Map<string, string>()
    this.#ofRole.set(role, names)
    return names
  }
}
