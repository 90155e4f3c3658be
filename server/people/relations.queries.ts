import { familyRelation } from '#contract/codes/index.ts'
import type { RelationView } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { openedPhone } from './identifiers.rows.ts'
import { lineWith, openColumns } from './people.rows.ts'
import { phoneTailOf } from './person-keys.ts'

const personColumns = openColumns.map((column) => `p.${column}` as const)

/** The present guardians as rows, first recorded first. */
export const guardianRows = (tx: Transaction, personId: string) =>
  tx.db
    .selectFrom('relations as r')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', 'r.relativeId'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .where('r.personId', '=', personId)
    .where('r.guardian', '=', true)
    .where('r.endedAt', 'is', null)
    .select(['p.id', 'r.kind', ...personColumns])
    .orderBy('r.recordedAt')
    .orderBy('r.id')
    .execute()

type Side = 'relativeId' | 'personId'

/** Relations with the person on the other `side`; out of sight, neither the person nor the relation is there. */
const relationsWith = (tx: Transaction, side: Side) =>
  tx.db
    .selectFrom('relations as r')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', `r.${side}`),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .select([
      'r.id as relationId',
      'r.kind',
      'r.guardian',
      'r.caregiver',
      'r.livesTogether',
      'r.proof',
      'r.endedAt',
      'r.version',
    ])
    .select(['p.id', 'p.phoneSealed', 'pk.wrapped as wrappedKey', ...personColumns])
    .orderBy('r.endedAt', (ended) => ended.desc().nullsFirst())
    .orderBy('r.guardian', 'desc')
    .orderBy('r.recordedAt')
    .orderBy('r.id')
    .limit(200)

type RelationRow = Awaited<ReturnType<ReturnType<typeof relationsWith>['execute']>>[number]

/** Who the people around this person are: present ones before past ones, guardians first. */
export async function relativesOf(tx: Transaction, personId: string): Promise<RelationView[]> {
  return viewed(tx, await relationsWith(tx, 'relativeId').where('r.personId', '=', personId).execute())
}

/** Whose relative this person is. */
export async function relativeOf(tx: Transaction, personId: string): Promise<RelationView[]> {
  return viewed(tx, await relationsWith(tx, 'personId').where('r.relativeId', '=', personId).execute())
}

/** One relation of a person, as it is now. */
export async function viewRelation(tx: Transaction, personId: string, id: string): Promise<RelationView> {
  const rows = await relationsWith(tx, 'relativeId')
    .where('r.personId', '=', personId)
    .where('r.id', '=', id)
    .execute()
  const [view] = viewed(tx, rows)
  if (!view) throw new Refusal('not-found')
  return view
}

function viewed(tx: Transaction, rows: readonly RelationRow[]): RelationView[] {
  const today = dayOf(tx.now)
  return rows.map((row) => {
    const phone = openedPhone(tx.keys, row)
    return {
      id: row.relationId,
      person: lineWith(row, phoneTailOf(phone), today),
      phone,
      kind: familyRelation.schema.parse(row.kind),
      guardian: row.guardian,
      caregiver: row.caregiver,
      livesTogether: row.livesTogether,
      proof: row.proof,
      endedAt: row.endedAt?.toISOString() ?? null,
      version: row.version,
    }
  })
}
