import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { anInstrument } from '#server/instruments/loaded/loaded.factory.ts'
import {
  aForm,
  aPublishedQuestionnaire,
  aQuestionnaire,
  bringForm,
  someAnswers,
} from '#server/instruments/questionnaires/questionnaires.factory.ts'
import type { TestWorker, World } from '../world.ts'

/** A questionnaire is drawn up, changed, published, answered in a case, and taken out of use; a licensed scale is loaded. */
export async function askAndAnswer(world: World, worker: TestWorker) {
  const { id, path } = await aPublishedQuestionnaire(world, worker)
  const api = world.as(worker)
  const { caseId } = await anOpenCase(world, worker)
  await api.post(`/cases/${caseId}/questionnaire-answers`, someAnswers(id))
  await api.put(path, aQuestionnaire(), { version: 2 })
  await api.put(`${path}/retirement`, { retired: true }, { version: 3 })
  await bringForm(world, worker, await aForm())
  const head = await world.worker(worker.agencyId, { role: 'agency-head', level: 1 })
  await world.as(head).post('/instruments', anInstrument())
}
