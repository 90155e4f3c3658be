import type { RecordFollowUp } from '#contract/case/followup.ts'
import { AftercareView } from '#contract/case/followup.ts'
import { aClosedCase } from '#server/case/closing/closing.factory.ts'
import type { World } from '#server/testing/world.ts'

/** A call after one month: all is well. Say only what matters to your test. */
export const aFollowUpRecord = (but: Partial<RecordFollowUp> = {}): RecordFollowUp => ({
  heldOn: '2026-04-02',
  way: 'phone',
  reached: true,
  notReachedReason: '',
  situation: '每天上学，报了书法班。',
  maintained: 'kept',
  newNeed: '',
  actionTaken: '',
  further: false,
  nextOn: null,
  reopen: false,
  ...but,
})

/** A closed case with its planned follow-ups, a month and a day later. */
export async function aCaseInFollowUp(world: World, but: Parameters<typeof aClosedCase>[1] = {}) {
  const place = await aClosedCase(world, but)
  world.at('2026-04-03T02:00:00Z')
  const api = world.as(place.worker)
  const aftercare = AftercareView.parse((await api.get(`/cases/${place.caseId}/follow-ups`)).body)
  const paths = aftercare.rows.map(({ id }) => `/cases/${place.caseId}/follow-ups/${id}`)
  return { ...place, api, paths, version: aftercare.version }
}

/** An archived case: its one follow-up was cancelled. */
export async function anArchivedCase(world: World) {
  const place = await aCaseInFollowUp(world, { followUpMonths: [1] })
  await place.api.put(`${place.paths[0]}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  await place.api.put(`/cases/${place.caseId}/archive`, {}, { version: place.version })
  return place
}
