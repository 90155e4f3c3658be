import { SecondFactorFor } from '#contract/account.ts'
import { AgencyProfile, type AgencyView } from '#contract/agencies.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { colleagueForDuty, lookAtAgency } from './agency.repository.ts'

/** The agency as everybody in it may read it. */
export async function viewAgency(tx: Transaction): Promise<AgencyView> {
  const row = await lookAtAgency(tx)
  const { agencyId, name, language, serviceScope, serviceArea, clientRequirements, casePrefix, version } = row
  const duty = row.dutyOfficerId === null ? undefined : await colleagueForDuty(tx, row.dutyOfficerId)
  return {
    id: agencyId,
    profile: AgencyProfile.parse({
      name,
      language,
      serviceScope,
      serviceArea,
      clientRequirements,
      casePrefix,
    }),
    secondFactorFor: SecondFactorFor.parse(row.secondFactorFor),
    dutyOfficer: duty?.mayBe ? { id: duty.id, name: duty.name } : null,
    version,
    abilities: {
      change: abilityFor(tx.actor, 'agency.change', {}, true),
      nameDutyOfficer: abilityFor(tx.actor, 'agency.name-duty-officer', {}, true),
    },
  }
}
