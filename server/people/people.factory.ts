import { randomUUID } from 'node:crypto'
import type { NewPerson, NewRelation, PersonSheet } from '#contract/people.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A grandmother with everything known. Say only what matters to your test. */
export const aPersonSheet = (but: Partial<PersonSheet> = {}): PersonSheet => ({
  name: '王桂英',
  otherNames: '',
  sex: '2',
  birthDate: '1956-04-18',
  birthPrecision: 'day',
  idNumber: null,
  phone: '138 1234 5678',
  address: '安宁街道幸福里 12 号',
  safeContact: '下午打电话，儿子在家时不要打。',
  schoolOrWork: '',
  language: '',
  legalCapacity: 'full',
  ...but,
})

/** Records somebody through the API. Their id. */
export async function aRecordedPerson(
  world: World,
  recorder: TestWorker,
  but: Partial<NewPerson> = {},
): Promise<string> {
  const person: NewPerson = { ...aPersonSheet(), id: randomUUID(), ...but }
  const answer = await world.as(recorder).post('/people', person)
  if (answer.status !== 201) throw new Error(`The person was not recorded: ${JSON.stringify(answer.body)}`)
  return person.id
}

/** A grandmother who is guardian and carer. */
export const aRelation = (relativeId: string, but: Partial<NewRelation> = {}): NewRelation => ({
  id: randomUUID(),
  relativeId,
  kind: 'paternal-grandmother',
  guardian: true,
  caregiver: true,
  livesTogether: true,
  proof: '户口簿',
  ...but,
})
