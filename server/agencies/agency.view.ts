import { AgencyProfile, type AgencyView } from '#contract/agencies.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtAgency } from './agency.repository.ts'

/** The agency as everybody in it may read it. */
export async function viewAgency(tx: Transaction): Promise<AgencyView> {
  const { agencyId, name, language, serviceScope, serviceArea, clientRequirements, casePrefix, version } =
    await lookAtAgency(tx)
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
    version,
    abilities: { change: abilityFor(tx.actor, 'agency.change', {}, true) },
  }
}
