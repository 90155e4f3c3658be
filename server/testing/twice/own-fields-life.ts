import { randomUUID } from 'node:crypto'
import { writeVersion } from '#server/agencies/settings.factory.ts'
import { aCaseInAssessment, aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aField, aRule } from '#server/case/own-fields/own-fields.factory.ts'
import type { World } from '../world.ts'

/** A field and a deadline of the agency’s own: answered, signed, and done by hand when it was due. */
export async function fillInOwnFields(world: World) {
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const worker = await world.worker(agencyId)
  const fieldId = randomUUID()
  await writeVersion(world, administrator, { kind: 'field', subject: fieldId, sheet: aField({ type: 'text', choices: [] }) })
  const sheet = aRule({ when: { kind: 'record-signed', record: 'assessment' } })
  await writeVersion(world, administrator, { kind: 'deadline-rule', subject: randomUUID(), sheet })
  const { caseId } = await aCaseInAssessment(world, worker)
  const draft = await aDraftAssessment(world, worker, caseId)
  const api = world.as(worker)
  await api.put(`/cases/${caseId}/own-fields/${draft.id}`, { answers: { [fieldId]: '阳台上有农药。' } }, { version: 0 })
  await api.put(`${draft.path}/signature`, {}, { version: draft.version })
  const { body: today } = await api.get('/today')
  const [due] = [...(today['rows'] ?? [])].filter((row) => row['kind'] === 'own-rule')
  await api.put(`/cases/${caseId}/own-work/${String(due?.['id'])}/completion`, {})
}
