import type { Database } from '#server/platform/database/database.ts'
import type { Statement, TextRow } from '#server/platform/database/one-flight.ts'
import { KeysMovedOn } from '#server/platform/identifier-keys/index.ts'
import { databaseRole } from './actor.ts'
import type { Entry, Subject, Transaction } from './transaction.ts'

/** Who looks, and what they note of it. */
export type Seer = Pick<Transaction, 'actor' | 'operation' | 'keys' | 'now' | 'saw'>

/** A look that is one statement: what is asked, and what is made of the answer. */
export type Glance<View> = (seer: Seer) => Readonly<{
  statement: Statement
  /**
   * Few rows are found by their keys: one plan serves all values and is not made anew, and others may share the connection, for it is
   * done in a moment. Without it PostgreSQL chooses the plan, and who sifts through much keeps nobody waiting.
   */
  onePlan?: boolean
  /** Notes what was seen and makes the answer, or refuses. */
  view: (rows: readonly TextRow[]) => View
}>

/** What a glance showed, with what its lines of the audit need. */
export type Glanced<View> = Readonly<{ view: View; seen: readonly Subject[]; atMicros: number }> &
  Pick<Entry, 'actor' | 'operation'>

/** Takes the role of the actor for one flight that can write nothing. The queries of the flight follow. */
const entering = `select ((extract(epoch from clock_timestamp()) * 1000000)::bigint)::text,
  set_config('transaction_read_only', 'on', true), set_config('role', $1, true), set_config('app.agency', $2, true),
  set_config('app.worker', $3, true), set_config('app.principals', $4, true),
  set_config('plan_cache_mode', $5, true)`
const enteringAgain = `${entering}, still_recognised($6, $7)`

function enteringOf({ actor, recognition }: Entry, onePlan: boolean): Statement {
  const values = [
    databaseRole[actor.role],
    actor.agencyId,
    actor.workerId,
    `{${actor.principals.join(',')}}`,
    onePlan ? 'force_generic_plan' : 'auto',
  ]
  return recognition
    ? { text: enteringAgain, values: [...values, recognition.hash, recognition.mark] }
    : { text: entering, values }
}

/**
 * Looks as the actor with one statement, in one flight, and leaves. It is the same as entering a transaction for it: the
 * role and the policies hold for the flight and no longer. The caller lays its lines on the audit before it shows anything.
 */
export async function glanceAs<View>(
  database: Database,
  entry: Entry,
  glance: Glance<View>,
): Promise<Glanced<View>> {
  const { agencyId } = entry.actor
  try {
    return await glanceWith(database, entry, glance)
  } catch (error) {
    if (!(error instanceof KeysMovedOn)) throw error
    database.keyring.forget(agencyId)
    return glanceWith(database, entry, glance)
  }
}

async function glanceWith<View>(
  database: Database,
  entry: Entry,
  glance: Glance<View>,
): Promise<Glanced<View>> {
  const seen: Subject[] = []
  const seer = {
    ...entry,
    keys: await database.keyring.of(entry.actor.agencyId),
    saw: (subject: Subject) => void seen.push(subject),
  }
  const { statement, onePlan = false, view } = glance(seer)
  const flight = [enteringOf(entry, onePlan), statement]
  const role = databaseRole[entry.actor.role]
  const [entered, rows = []] = onePlan
    ? await database.shareFlight(role, flight)
    : ((await database.sendFlights(role, flight))[0] ?? [])
  const { actor, operation } = entry
  return { actor, operation, view: view(rows), seen, atMicros: Number(entered?.[0]?.[0]) }
}
