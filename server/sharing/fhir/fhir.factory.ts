import { anElderConsents, anElderOfDistrictB, aReferral } from '../referral/referrals.factory.ts'
import { aPartner } from '#server/partners/partners.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** What a partner’s program says with a status. */
export type Answering = Readonly<{
  status: string
  version: number
  reason?: string
  since?: string
  report?: string
}>

/** A partner’s program: what it calls, and how it answers. */
export function programOf(world: World, token: string | null) {
  const api = world.as(token === null ? null : ({ token } as TestWorker))
  return {
    get: (path: string) => api.get(`/fhir/R4${path}`),
    answer: (id: string, { status, version, reason, since, report }: Answering, but: object = {}) =>
      api.put(
        `/fhir/R4/Task/${id}`,
        {
          resourceType: 'Task',
          id,
          status,
          intent: 'order',
          ...(reason === undefined ? {} : { statusReason: { text: reason } }),
          ...(since === undefined ? {} : { executionPeriod: { start: since } }),
          ...(report === undefined ? {} : { output: [{ type: { text: 'report' }, valueString: report }] }),
          ...but,
        },
        { headers: { 'if-match': `W/"${String(version)}"`, 'content-type': 'application/fhir+json' } },
      ),
  }
}

/** An elder referred to a partner, whose program holds a credential. */
export async function anElderForAPartner(world: World) {
  const elder = await anElderOfDistrictB(world)
  const partner = await aPartner(world, elder.agencyId)
  const consentId = await anElderConsents(world, elder)
  const referral = aReferral({
    inquiryId: elder.inquiryId,
    way: 'partner',
    receiverPartnerId: partner.id,
    sections: ['identity', 'contact'],
  })
  const api = world.as(elder.worker)
  const path = `/people/${elder.personId}/referrals/${referral.id}`
  for (const answer of [
    await api.post(`/people/${elder.personId}/referrals`, referral),
    await api.put(`${path}/sending`, {}, { version: 1 }),
  ])
    if (answer.status > 201) throw new Error(`Not referred: ${JSON.stringify(answer.body)}`)
  const program = programOf(world, partner.credential.token)
  return { ...elder, partner, consentId, referral, id: referral.id, path, api, program }
}
