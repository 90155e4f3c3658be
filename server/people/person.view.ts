import { caseState, riskLevel, stage } from '#contract/codes/index.ts'
import { PersonInquiry, type PersonView } from '#contract/people.ts'
import { inSight, abilityFor, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { isMinorOn, legalCapacityOn, needsGuardianForData } from './legal-capacity.ts'
import { lookAtWholePerson } from './people.repository.ts'
import { whereMergedWent } from './merging/merges.repository.ts'
import { ageOf, birthOf, capacityFactsOf, shownSheet, warningsOf, type WholePerson } from './person.ts'
import { guardiansOf } from './guardians.queries.ts'
import { relativeOf, relativesOf } from './relations.queries.ts'
import { safeAddressSight } from './safe-address.repository.ts'

/** The person as this reader sees them: with those cases and first contacts only that the reader sees. */
export async function viewPerson(tx: Transaction, asked: string): Promise<PersonView> {
  const { id, sheet, version } = await lookAtOneOf(tx, asked)
  const today = dayOf(tx.now)
  const legalCapacity = legalCapacityOn(today, capacityFactsOf(sheet))
  const needsGuardian = legalCapacity !== 'full'
  const guarded = !needsGuardian || (await guardiansOf(tx, id)).length > 0
  const ability = abilityFor(tx.actor, 'person.change', {}, true)
  return {
    id,
    sheet: shownSheet(sheet),
    safeAddress: await safeAddressSight(tx, id),
    age: ageOf(sheet, today),
    isMinor: isMinorOn(today, birthOf(sheet)),
    underFourteen: needsGuardianForData(today, birthOf(sheet)),
    legalCapacity,
    needsGuardian,
    relatives: await relativesOf(tx, id),
    relativeOf: await relativeOf(tx, id),
    cases: await casesOf(tx, id),
    inquiries: await inquiriesOf(tx, id),
    warnings: [...(guarded ? [] : ['guardian-missing' as const]), ...warningsOf(sheet, today)],
    movedFrom: id === asked ? null : await movedFrom(tx, asked),
    version,
    abilities: { change: ability, relate: ability },
  }
}

/** The person, or whom they were merged into: an old address answers with where they went. */
async function lookAtOneOf(tx: Transaction, asked: string): Promise<WholePerson> {
  try {
    return await lookAtWholePerson(tx, asked)
  } catch (error) {
    const unseen = error instanceof Refusal && error.code === 'not-found'
    const went = unseen ? await whereMergedWent(tx, asked) : null
    if (went === null) throw error
    return lookAtWholePerson(tx, went)
  }
}

async function movedFrom(tx: Transaction, id: string): Promise<PersonView['movedFrom']> {
  const row = await tx.db
    .selectFrom('personMerges')
    .select(['id', 'decidedAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('mergedId', '=', id)
    .where('state', '=', 'merged')
    .executeTakeFirst()
  return row?.decidedAt ? { id, mergeId: row.id, at: row.decidedAt.toISOString() } : null
}

/** The cases in which somebody takes part and which the reader sees; of others there is not even a number. */
export async function casesOf(tx: Transaction, personId: string): Promise<PersonView['cases']> {
  const rows = await tx.db
    .selectFrom('casePeople as cp')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'cp.agencyId').onRef('c.id', '=', 'cp.caseId'),
    )
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'c.agencyId').onRef('w.id', '=', 'c.caseManagerId'),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .where('cp.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'c'))
    .where('cp.personId', '=', personId)
    .select([
      'c.id',
      'c.number',
      'c.stage',
      'c.state',
      'c.emergency',
      'c.riskLevel',
      'c.openedAt',
      'p.id as clientId',
      'p.name as clientName',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .orderBy('c.openedAt', 'desc')
    .orderBy('c.id')
    .limit(100)
    .execute()
  return rows.map(({ workerId, workerName, clientId, clientName, ...row }) => ({
    ...row,
    client: { id: clientId, name: clientName },
    stage: stage.schema.parse(row.stage),
    state: caseState.schema.parse(row.state),
    riskLevel: riskLevel.schema.parse(row.riskLevel),
    openedAt: row.openedAt.toISOString(),
    caseManager: { id: workerId, name: workerName },
  }))
}

async function inquiriesOf(tx: Transaction, personId: string): Promise<PersonView['inquiries']> {
  const rows = await tx.db
    .selectFrom('inquiries as i')
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'i'))
    .where((where) => where.or([where('i.clientId', '=', personId), where('i.callerId', '=', personId)]))
    .select(['i.id', 'i.state', 'i.receivedAt', 'i.emergency', 'p.id as clientId', 'p.name as clientName'])
    .orderBy('i.receivedAt', 'desc')
    .orderBy('i.id')
    .limit(100)
    .execute()
  return rows.map(({ clientId: client, clientName: name, ...row }) =>
    PersonInquiry.parse({
      ...row,
      client: client === null ? null : { id: client, name },
      receivedAt: row.receivedAt.toISOString(),
    }),
  )
}
