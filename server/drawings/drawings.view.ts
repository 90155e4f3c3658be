import type { EcomapView, FamilyView } from '#contract/drawings.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import { lookAtPerson } from '#server/people/index.ts'
import { ecomapsOf } from './ecomaps.repository.ts'
import { familyOf, recordsInSight } from './families.repository.ts'
import { recordsIn, shownFamily } from './family.ts'

/** The family of a person as this reader sees it. */
export async function viewFamily(tx: Transaction, personId: string): Promise<FamilyView> {
  await lookAtPerson(tx, personId)
  const { family, version } = await familyOf(tx, personId)
  return {
    family: family && shownFamily(family, await recordsInSight(tx, recordsIn(family))),
    version,
    abilities: { write: abilityFor(tx.actor, 'family.write', {}, true) },
  }
}

/** The ecomaps of a case as this reader sees them. */
export async function viewEcomaps(tx: Transaction, caseId: string): Promise<EcomapView> {
  const { team, state } = await lookAtCase(tx, caseId)
  const { days, version } = await ecomapsOf(tx, caseId)
  return {
    days,
    version,
    abilities: { write: abilityFor(tx.actor, 'ecomap.write', { team }, state === 'open') },
  }
}
