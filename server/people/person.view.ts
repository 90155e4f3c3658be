import { caseState, riskLevel, stage } from '#contract/codes/index.ts'
import { PersonInquiry, type PersonView } from '#contract/people.ts'
import { inSight, abilityFor, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { isMinorOn, legalCapacityOn } from './legal-capacity.ts'
import { lookAtWholePerson } from './people.repository.ts'
import { ageOf, birthOf, capacityFactsOf, shownSheet, warningsOf } from './person.ts'
import { guardiansOf } from './guardians.queries.ts'
import { relativeOf, relativesOf } from './relations.queries.ts'
import { safeAddressSight } from './safe-address.repository.ts'

/** The person as this reader sees them: with those cases and first contacts only that the reader sees. */
export async function viewPerson(tx: Transaction, id: string): Promise<PersonView> {
  const { sheet, version } = await lookAtWholePerson(tx, id)
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
    legalCapacity,
    needsGuardian,
    relatives: await relativesOf(tx, id),
    relativeOf: await relativeOf(tx, id),
    cases: await casesOf(tx, id),
    inquiries: await inquiriesOf(tx, id),
    warnings: [...(guarded ? [] : ['guardian-missing' as const]), ...warningsOf(sheet, today)],
    version,
    abilities: { change: ability, relate: ability },
  }
}

async function casesOf(tx: Transaction, personId: string): Promise<PersonView['cases']> {
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
