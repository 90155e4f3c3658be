import { randomUUID } from 'node:crypto'
import {
  DuplicateList,
  type NewPerson,
  type NewRelation,
  type PersonSheet,
  type Sought,
} from '#contract/people.ts'
import type { Answer } from '#server/testing/caller.ts'
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

type Facts = Partial<Pick<NewPerson, 'birthDate' | 'phone' | 'idNumber' | 'birthPrecision'>> & {
  name: string
}

type Api = Readonly<{ post: (path: string, body: unknown) => Promise<Answer> }>

/** Searches as one does before recording somebody; whoever is suggested is said to be a namesake. */
export async function searchedFor(api: Api, facts: Facts): Promise<Sought> {
  const { name, birthDate = null, phone = '', idNumber = null } = facts
  const answer = await api.post('/people/duplicate-checks', { name, birthDate, phone, idNumber })
  const { search, candidates } = DuplicateList.parse(answer.body)
  return { search, others: candidates.map(({ person }) => person.id), ground: 'namesake', note: '' }
}

/** Records somebody through the API. Their id. */
export async function aRecordedPerson(
  world: World,
  recorder: TestWorker,
  but: Partial<NewPerson> = {},
): Promise<string> {
  const api = world.as(recorder)
  const facts = { ...aPersonSheet(), id: randomUUID(), ...but }
  const person: NewPerson = { ...facts, sought: await searchedFor(api, facts) }
  const answer = await api.post('/people', person)
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
