import { sql } from 'kysely'
import type { Subject, Transaction } from '#server/access/index.ts'
import { beforeTheFirst, type SealedFacts, sealOf } from './chain.ts'

/** What an act was: a look, a change, a print, or a list that left as a file. */
export type Act = 'look' | 'change' | 'print' | 'export'

type Witnessed = Readonly<{ act: Act; requestId: string; outcome?: 'done' | 'refused'; reason?: string }>

/** Each subject once: an act looks at its case, and so does the view that answers it. */
const distinct = (seen: readonly Subject[]) => [
  ...new Map(seen.map((subject) => [JSON.stringify(subject), subject])).values(),
]

/**
 * Writes one audit line for each subject that the transaction saw, inside that transaction, each sealed with the
 * one before it; they travel with the commit. It holds the agency's chain until the transaction ends, so it is the last thing done in it.
 */
export async function witness(tx: Transaction, witnessed: Witnessed) {
  const subjects: readonly Subject[] = tx.seen.length > 0 ? distinct(tx.seen) : [{ kind: 'nothing' }]
  const { lastId, lastMac, nowMicros } = await auditTurn(tx)
  let previous = lastMac ?? beforeTheFirst
  const sealed = subjects.map((subject, place) => {
    const facts = factsOf(tx, witnessed, subject, { id: lastId + 1 + place, atMicros: nowMicros })
    previous = sealOf(tx.auditKey, facts, previous)
    return { ...facts, mac: previous }
  })
  const lines = tx.db
    .insertInto('auditLog')
    .values(
      sealed.map(({ atMicros, listed, ...line }) => ({
        ...line,
        listed: [...listed],
        at: sql<Date>`timestamptz 'epoch' + ${atMicros}::bigint * interval '1 microsecond'`,
      })),
    )
    .execute()
  tx.atLast(lines)
}

type Turn = Readonly<{ lastId: number; lastMac: Buffer | null; nowMicros: number }>

/** Waits for the agency's chain and holds it: its last line, and the database's own clock. */
async function auditTurn({ db }: Transaction): Promise<Turn> {
  const { rows } = await sql<Turn>`select * from audit_turn()`.execute(db)
  const [turn] = rows
  if (!turn) throw new Error('The audit gave no turn.')
  return turn
}

function factsOf(
  { actor, operation }: Transaction,
  { act, requestId, outcome = 'done', reason = '' }: Witnessed,
  { kind, id, caseId, inquiryId, personId, listed }: Subject,
  place: Pick<SealedFacts, 'id' | 'atMicros'>,
): SealedFacts {
  return {
    agencyId: actor.agencyId,
    ...place,
    workerId: actor.workerId,
    workerRole: actor.role,
    operation,
    act,
    outcome,
    reason,
    subjectKind: kind,
    subjectId: id ?? null,
    caseId: caseId ?? null,
    inquiryId: inquiryId ?? null,
    personId: personId ?? null,
    listed: listed ?? [],
    requestId,
  }
}
