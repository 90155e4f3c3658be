import { sql } from 'kysely'
import { z } from 'zod'
import { MergeChoices, PersonMergeState, type ProposePersonMerge } from '#contract/person-merges.ts'
import type { PersonSheet } from '#contract/people.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sealed } from '#server/platform/identifier-keys/index.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Selectable } from 'kysely'
import { personInSight } from '../sight.queries.ts'

type Names = Readonly<{ kept: Pick<PersonSheet, 'name'>; merged: Pick<PersonSheet, 'name'> }>

/** Writes a proposal; of a person who is being merged or was, there is but one (409). */
export async function insertMerge(
  tx: Transaction,
  { choices, ...proposal }: ProposePersonMerge,
  names: Names,
) {
  const { agencyId, workerId } = tx.actor
  const written = {
    ...proposal,
    agencyId,
    choices: JSON.stringify(choices),
    keptName: names.kept.name,
    mergedName: names.merged.name,
    proposedBy: workerId,
    proposedAt: tx.now,
  }
  await tx.db.insertInto('personMerges').values(written).execute()
  tx.saw({ kind: 'person-merge', id: proposal.id, personId: proposal.keptId })
}

/** Whether a merge of one of the two is proposed or done already, as far as the actor sees it. */
export async function refuseIfUnderWay(tx: Transaction, { keptId, mergedId }: ProposePersonMerge) {
  const row = await tx.db
    .selectFrom('personMerges')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('state', '=', 'proposed')
    .where((where) =>
      where.or([where('mergedId', 'in', [keptId, mergedId]), where('keptId', 'in', [keptId, mergedId])]),
    )
    .executeTakeFirst()
  if (row) throw new Refusal('people/merge-under-way')
}

/** A proposal as the acts need it. */
export type PersonMerge = Omit<Selectable<Tables['personMerges']>, 'choices' | 'state'> &
  Readonly<{ choices: MergeChoices; state: z.infer<typeof PersonMergeState> }>

/** Looks at a merge and locks it; whoever does not see whom it is about does not see it (404). */
export async function lookAtMerge(tx: Transaction, id: string, { lock = false } = {}): Promise<PersonMerge> {
  const itself = tx.db
    .selectFrom('personMerges as m')
    .where('m.agencyId', '=', tx.actor.agencyId)
    .where('m.id', '=', id)
  // Waited for first and judged afterwards: who sees it depends on other rows, which the one before may just have changed.
  if (lock) await itself.select('m.id').forUpdate('m').execute()
  const row = await itself.selectAll('m').where(mergeInSight(tx)).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'person-merge', id, personId: row.keptId })
  return { ...row, choices: MergeChoices.parse(row.choices), state: PersonMergeState.parse(row.state) }
}

/** The kept one is seen, and where they are two, the other one as well. */
export const mergeInSight = (tx: Transaction) =>
  sql<boolean>`${personInSight(tx, 'm.keptId')} and (m.state = 'merged' or ${personInSight(tx, 'm.mergedId')})`

/** Whether the same colleagues see both. */
export async function sameSight(tx: Transaction, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{
    same: boolean
  }>`select same_people_see_both(${one}, ${other}) as same`.execute(tx.db)
  return rows[0]?.same === true
}

const noes = { AL409: 'people/merge-would-show', AL410: 'people/merge-two-safe-addresses' } as const

/**
 * Moves everything that names the merged person. The database looks for itself whether this actor may, and whether anybody
 * would see more than before: then nothing is done (409).
 * @returns where the merged one lives in hiding, still sealed for them, to be sealed for the kept one; null mostly
 */
export async function mergeRows(tx: Transaction, id: string, reason: string): Promise<Sealed | null> {
  try {
    const { rows } = await sql<{ sealed: Sealed | null }>`
      select merge_people(${id}, ${reason}, ${tx.now}) as sealed`.execute(tx.db)
    return rows[0]?.sealed ?? null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'AL409' || code === 'AL410') throw new Refusal(noes[code])
    throw error
  }
}

export const takeSafeAddressAlong = (tx: Transaction, id: string, sealed: Sealed) =>
  sql`select take_safe_address_along(${id}, ${sealed})`.execute(tx.db)

export const refuseMergeRow = (tx: Transaction, id: string, reason: string) =>
  sql`select refuse_person_merge(${id}, ${reason}, ${tx.now})`.execute(tx.db)

/** Puts everything back; the answer is the kept row as it was, where somebody wrote its sheet since and it must be put back by field. */
export async function undoRows(tx: Transaction, id: string, reason: string): Promise<unknown> {
  const { rows } = await sql<{ image: unknown }>`
    select undo_person_merge(${id}, ${reason}, ${tx.now}) as image`.execute(tx.db)
  return rows[0]?.image ?? null
}

/** The keys by which some people are found, as they are kept. */
export async function searchKeysOf(tx: Transaction, people: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('personSearchKeys')
    .select('key')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', 'in', people)
    .execute()
  return rows.map(({ key }) => key)
}

/** Refuses (412) what was decided on as it looked a while ago. */
export const refuseIfMergeStale = (tx: Transaction, { version }: PersonMerge) => refuseIfStale(tx, version)

/** Where somebody went who was merged, for whoever sees the one they are now; null for everybody else. */
export async function whereMergedWent(tx: Transaction, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select merged_person_went(${personId}) as id`.execute(
    tx.db,
  )
  return rows[0]?.id ?? null
}
