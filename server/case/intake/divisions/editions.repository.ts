import { sql } from 'kysely'
import { EditionState } from '#contract/case/divisions.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Division } from './divisions.ts'
import type { ReportLine } from './edition.ts'
import { shippedDivisions } from './shipped-divisions.ts'

/** The edition that counts now: the one that was taken last and not undone; null where none was ever taken. */
export async function currentEdition(tx: Transaction): Promise<{ id: string; source: string } | null> {
  const row = await tx.db
    .selectFrom('divisionEditions')
    .select(['id', 'source'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('state', '=', 'taken')
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The codes that count here within a province, or all: of the edition in force, else those that came with the program. */
export async function knownDivisions(
  tx: Transaction,
  within: string,
): Promise<{ divisions: readonly Division[]; source: string | null; editionId: string | null }> {
  const edition = await currentEdition(tx)
  if (!edition) return { divisions: shippedDivisions, source: null, editionId: null }
  const divisions = await tx.db
    .selectFrom('divisionCodes')
    .select(['code', 'name', 'validFrom', 'validUntil', 'became'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('editionId', '=', edition.id)
    .where('code', '>=', within.padEnd(6, '0'))
    .where('code', '<=', within.padEnd(6, '9'))
    .execute()
  return { divisions, source: edition.source, editionId: edition.id }
}

/** What some codes are called, as far as they are known; the last name of one that was abolished. */
export async function divisionNames(
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const edition = await currentEdition(tx)
  if (!edition)
    return new Map(
      shippedDivisions.filter(({ code }) => codes.includes(code)).map(({ code, name }) => [code, name]),
    )
  const rows = await tx.db
    .selectFrom('divisionCodes')
    .select(['code', 'name'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('editionId', '=', edition.id)
    .where('code', 'in', [...new Set(codes)])
    .orderBy('validFrom')
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

type NewEdition = Readonly<{
  id: string
  fileName: string
  source: string
  comparedWith: string | null
  lines: readonly ReportLine[]
}>

const rowsAtOnce = 1_000

/** Keeps a file that was checked, with its report, and where nothing is refused with its codes. */
export async function insertEdition(
  tx: Transaction,
  { id, fileName, source, comparedWith, lines }: NewEdition,
) {
  const { agencyId, workerId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('divisionEditions')
    .values({ agencyId, id, fileName, source, comparedWith, askedBy: workerId, askedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('already-there')
  tx.saw({ kind: 'division-edition', id })
  const editionId = id
  for (const [at, some] of inParts(lines))
    await tx.db
      .insertInto('divisionEditionLines')
      .values(
        some.map(({ says, said, ...line }, place) => ({
          agencyId,
          editionId,
          ordinal: at + place,
          ...line,
          ...(says ? { says: JSON.stringify(says) } : {}),
          ...(said ? { said: JSON.stringify(said) } : {}),
        })),
      )
      .execute()
  if (lines.some(({ outcome }) => outcome === 'refused')) return
  for (const [, some] of inParts(lines.flatMap(({ says }) => says ?? [])))
    await tx.db
      .insertInto('divisionCodes')
      .values(some.map((one) => ({ agencyId, editionId, ...one, became: [...one.became] })))
      .execute()
}

const inParts = <Item>(all: readonly Item[]) =>
  Array.from(
    { length: Math.ceil(all.length / rowsAtOnce) },
    (_, part) => [part * rowsAtOnce, all.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce)] as const,
  )

/** Lets one change of the table be made after the other. */
export const oneAfterTheOther = (tx: Transaction) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`divisions ${tx.actor.agencyId}`}, 0))`.execute(tx.db)

/** An edition as its rules need it. */
export type Edition = Readonly<{
  id: string
  state: EditionState
  comparedWith: string | null
  version: number
}>

/** Looks at an edition of the agency and locks it (404). */
export async function lookAtEdition(tx: Transaction, id: string): Promise<Edition> {
  const row = await tx.db
    .selectFrom('divisionEditions')
    .select(['id', 'state', 'comparedWith', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'division-edition', id })
  return { ...row, state: EditionState.parse(row.state) }
}

/** Takes an edition, or goes back from it: one row changes, against the version that was seen (412). */
export async function saveEditionState(tx: Transaction, { id, version }: Edition, state: 'taken' | 'undone') {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  const next = sql<number>`(select coalesce(max(turn), 0) + 1 from division_editions where agency_id = ${agencyId})`
  await tx.db
    .updateTable('divisionEditions')
    .set({
      state,
      version: version + 1,
      ...(state === 'taken'
        ? { takenBy: workerId, takenAt: tx.now, turn: next }
        : { undoneBy: workerId, undoneAt: tx.now }),
    })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
