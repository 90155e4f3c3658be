import { CrisisLine, CrisisSheet, type CrisisView } from '#contract/case/crisis.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtInquiry } from '../inquiry/inquiry.repository.ts'
import { crisisDetails } from './crisis.queries.ts'
import { lookAtCrisis } from './crisis.repository.ts'

/** The open or last crisis of a first contact, with everything that was done. */
export async function viewCrisis(tx: Transaction, inquiryId: string): Promise<CrisisView> {
  await lookAtInquiry(tx, inquiryId) // 404
  const crisis = await lookAtCrisis(tx, inquiryId) // 404
  const { heading, lines } = await crisisDetails(tx, crisis.id)
  const { id, version, endedAt, outcome, openedAt } = crisis
  const { openerId, openerName, enderId, enderName } = heading
  return {
    id,
    inquiryId,
    personName: heading.personName,
    sheet: CrisisSheet.parse({
      kinds: crisis.kinds,
      danger: crisis.danger,
      facts: crisis.facts,
      personsAtRisk: crisis.personsAtRisk,
      lifeSafety: crisis.lifeSafety,
      propertySafety: crisis.propertySafety,
    }),
    lines: lines.map(({ workerId, workerName, doneAt, ...line }) => ({
      ...CrisisLine.parse({ ...line, doneAt: doneAt.toISOString() }),
      recordedBy: { id: workerId, name: workerName },
    })),
    openedBy: { id: openerId, name: openerName },
    openedAt: openedAt.toISOString(),
    ended:
      endedAt && enderId && enderName
        ? { by: { id: enderId, name: enderName }, at: endedAt.toISOString(), outcome }
        : null,
    version,
    abilities: { change: abilityFor(tx.actor, 'crisis.write', {}, endedAt === null) },
  }
}
