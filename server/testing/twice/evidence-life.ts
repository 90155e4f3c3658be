import { aCaseInAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aRecordedFinding, aSource, aVisit } from '#server/case/assessment/evidence/evidence.factory.ts'
import type { World } from '../world.ts'

/** What is collected: told, found, contradicted, settled and taken back. */
export async function collectEvidence(world: World) {
  const worker = await world.worker(await world.agency())
  const api = world.as(worker)
  const { caseId, clientId } = await aCaseInAssessment(world, worker)
  const { path, finding } = await aRecordedFinding(world, worker, { caseId, clientId })
  await api.post(`${path}/sources`, aSource())
  await api.put(`${path}/settlement`, { note: '一起问过了。' }, { version: 2 })
  await api.put(`${path}/removal`, { sourceId: finding.source.id, reason: '记错了人。' }, { version: 3 })
  await api.post(`/cases/${caseId}/collection-contacts`, aVisit())
}
