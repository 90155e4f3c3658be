import type { EcomapView, FamilyView } from '#contract/drawings.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtCase, needsToKnow, needsToKnowPerson } from '#server/case/lifecycle/index.ts'
import { lookAtPerson } from '#server/people/index.ts'
import { ecomapsOf } from './ecomaps.repository.ts'
import { familyOf, recordsInSight } from './families.repository.ts'
import { recordsIn, shownFamily, withEachOnce, withoutSensitive } from './family.ts'

/** Nothing is masked of what is made for the client, or for whom they consented to, whoever of the agency makes it. */
type Wholeness = Readonly<{ whole?: boolean }>

/** The family of a person as this reader sees it. */
export async function viewFamily(
  tx: Transaction,
  personId: string,
  { whole = false }: Wholeness = {},
): Promise<FamilyView> {
  await lookAtPerson(tx, personId)
  const { family, version } = await familyOf(tx, personId)
  const shown = family && shownFamily(withEachOnce(family), await recordsInSight(tx, recordsIn(family)))
  const open = shown && withoutSensitive(shown)
  const hides = JSON.stringify(open) !== JSON.stringify(shown)
  const needs = await needsToKnowPerson(tx, personId)
  const masked = hides && !whole && !needs
  return {
    family: masked ? open : shown,
    masked,
    version: masked ? 0 : version,
    abilities: { write: needs ? abilityFor(tx.actor, 'family.write', {}, true) : 'not-you' },
  }
}

/** The ecomaps of a case as this reader sees them: what is around somebody tells of faith, illness and offence. */
export async function viewEcomaps(
  tx: Transaction,
  caseId: string,
  { whole = false }: Wholeness = {},
): Promise<EcomapView> {
  const { team, state } = await lookAtCase(tx, caseId)
  const { days, version } = await ecomapsOf(tx, caseId)
  const masked = days.length > 0 && !whole && !needsToKnow(tx.actor, team)
  return {
    days: masked ? [] : days,
    masked,
    version: masked ? 0 : version,
    abilities: { write: abilityFor(tx.actor, 'ecomap.write', { team }, state === 'open') },
  }
}
