import { expect, type Page } from '@playwright/test'
import { DuplicateList } from '#contract/people.ts'

type Person = Readonly<{ id: string; name: string; birthDate?: string; phone?: string }> &
  Readonly<Record<string, unknown>>

/** Records a person as a program does, signed in as this page is: it searches first, and whoever is suggested is a namesake. */
export async function recordByProgram({ request }: Page, person: Person): Promise<string> {
  const headers = { 'x-requested-with': 'alongside' }
  const { name, birthDate = null, phone = '' } = person
  const found = await request.post('/api/people/duplicate-checks', {
    data: { name, birthDate, phone },
    headers,
  })
  const { search, candidates } = DuplicateList.parse(await found.json())
  const sought = { search, others: candidates.map((one) => one.person.id), ground: 'namesake' }
  const answer = await request.post('/api/people', { data: { ...person, sought }, headers })
  expect(answer.status(), await answer.text()).toBe(201)
  return person.id
}

/** A first contact by telephone as a program writes it. Say only what matters to your story. */
export const aFirstContactOf = (clientId: string, but: object = {}) => ({
  channel: 'phone',
  source: 'self',
  helpType: 'own-initiative',
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId,
  callerRelation: null,
  referrerName: '',
  referrerReason: '',
  willingness: 4,
  situation: '',
  trouble: '',
  toldItems: ['information-use'],
  toldLanguage: 'zh-CN',
  noticeGround: null,
  emotionalSupport: '',
  ...but,
})
