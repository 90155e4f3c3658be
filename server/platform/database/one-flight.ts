import pg from 'pg'
import { createHash } from 'node:crypto'
import { laneOf } from './lane.ts'

/**
 * A statement whose text is always the same, so that each connection prepares it once. Every value it is given and every
 * column it answers is text (or bytes, for a value): nothing is turned into other types on the way.
 */
export type Statement = Readonly<{ text: string; values: readonly (string | Buffer | null)[] }>

/** Texts as one value of a statement: PostgreSQL's way to write a list. */
export const textArray = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join(',')}}`

/** A row as it came, its columns in the order of the statement. */
export type TextRow = readonly (string | null)[]

/** The rows of each statement of each flight. */
export type Flights = readonly (readonly (readonly TextRow[])[])[]

/**
 * Sends flights of statements over one connection of the pool, all of them at once. PostgreSQL does a flight as one
 * transaction that needs no `begin` and no `commit`: it ends where the flight does, and where one statement fails the whole
 * flight is undone. A flight that follows is a transaction of its own.
 * @param role whose plans these are: a plan under row-level security belongs to a role
 */
export type SendFlights = (role: string, ...flights: readonly (readonly Statement[])[]) => Promise<Flights>

/** Sends one flight on a connection that others use at the same moment: for what is short and waits for nobody. */
export type ShareFlight = (role: string, flight: readonly Statement[]) => Promise<Flights[number]>

/** Flights over the connections of a pool. */
export function flightsOf(pool: pg.Pool): Readonly<{ sendFlights: SendFlights; shareFlight: ShareFlight }> {
  const known = new WeakMap<pg.PoolClient, Set<string>>()
  const nameOf = namesOfStatements()
  const onLane = laneOf(pool)

  const named = (role: string, flight: readonly Statement[]): Named[] =>
    flight.map((one) => ({ ...one, name: nameOf(role, one.text) }))
  const send = (client: pg.PoolClient, flight: readonly Named[]) => {
    const prepared = known.get(client) ?? new Set<string>()
    known.set(client, prepared)
    return sendFlight(client, flight, prepared)
  }

  return {
    sendFlights: async (role, ...flights) => {
      const client = await pool.connect()
      try {
        const sent = flights.map((flight) => send(client, named(role, flight)))
        await Promise.allSettled(sent)
        return await Promise.all(sent)
      } finally {
        client.release()
      }
    },
    shareFlight: (role, flight) => onLane((client) => send(client, named(role, flight))),
  }
}

/** The names under which statements are prepared: one for each text and role. */
function namesOfStatements() {
  const ofRole = new Map<string, Map<string, string>>()
  return (role: string, text: string): string => {
    const names = ofRole.get(role) ?? new Map<string, string>()
    ofRole.set(role, names)
    const name = names.get(text) ?? createHash('sha1').update(`flight ${role} ${text}`).digest('base64url')
    names.set(text, name)
    return name
  }
}

type Named = Statement & Readonly<{ name: string }>

const sendFlight = (client: pg.PoolClient, statements: readonly Named[], prepared: Set<string>) =>
  new Promise<(readonly TextRow[])[]>((resolve, reject) => {
    client.query(new Flight(statements, prepared, { resolve, reject }))
  })

type Settle = Readonly<{ resolve: (rows: TextRow[][]) => void; reject: (error: Error) => void }>

/** `pg` ends each query with a Sync of its own; here one ends them all. */
export class Flight extends pg.Query {
  readonly statements: readonly Named[]
  readonly #prepared: Set<string>
  readonly #settle: Settle
  readonly #rows: TextRow[][]
  #at = 0

  constructor(statements: readonly Named[], prepared: Set<string>, settle: Settle) {
    super({ text: '' })
    this.statements = statements
    this.#prepared = prepared
    this.#settle = settle
    this.#rows = statements.map(() => [])
  }

  override readonly submit = (connection: pg.Connection) => {
    // Flights of all requests that came in one turn are written at once: the database is woken once for all of them.
    connection.stream.cork()
    setImmediate(() => connection.stream.uncork())
    for (const { name, text, values } of this.statements) {
      // One that was parsed in a flight that failed may be there or not; closing what is not there is no fault.
      if (!this.#prepared.has(name)) {
        connection.close({ type: 'S', name }, true)
        connection.parse({ name, text, types: [] }, true)
      }
      connection.bind({ statement: name, values: [...values] }, true)
      connection.execute({}, true)
    }
    connection.sync()
  }

  handleDataRow({ fields }: { fields: TextRow }) {
    this.#rows[this.#at]?.push(fields)
  }

  handleCommandComplete() {
    this.#at += 1
  }

  handleError(error: Error) {
    this.#settle.reject(error)
  }

  handleReadyForQuery() {
    for (const { name } of this.statements) this.#prepared.add(name)
    this.#settle.resolve(this.#rows)
  }
}
