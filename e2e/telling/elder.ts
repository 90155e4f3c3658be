import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { aFirstContactOf, recordByProgram } from './by-program.ts'
import type { Teller } from './teller.ts'

/** Writes as a program would, with the sign-in of the page; answers with the body. */
export async function write(
  page: Page,
  method: 'post' | 'put',
  path: string,
  data: object,
  version?: number,
) {
  const headers = {
    origin: new URL(page.url()).origin,
    'X-Requested-With': 'alongside',
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  const answer = await page.request[method](`/api${path}`, { data, headers })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Record<string, unknown>
}

/** The agency of the demo to which they are referred. */
export const there = 'Harbour Family Services'

/** An elder of another district: the first contact is assessed, told to them, and not accepted here. */
export async function anElder({ page }: Teller, receiver = there) {
  const [personId, inquiryId] = [randomUUID(), randomUUID()]
  const elder = { name: '吴桂芝', birthDate: '1948-05-04', phone: '138 0931 2271' }
  await recordByProgram(page, { id: personId, ...elder })
  const at = `/inquiries/${inquiryId}`
  await write(page, 'post', '/inquiries', { id: inquiryId, channel: 'phone' })
  await write(page, 'put', at, aFirstContactOf(personId, alone), 1)
  const calm = { emergency: false, reason: '老人在家，安全。', dangerKinds: [] }
  await write(page, 'put', `${at}/emergency-decision`, calm, 2)
  await write(page, 'put', `${at}/registration`, {}, 3)
  await write(page, 'put', `${at}/preliminary-assessment`, questions, 4)
  const sharing = { callerAgrees: true, corrections: '', clientWishes: true }
  await write(page, 'put', `${at}/sharing`, sharing, 5)
  const decision = { decision: 'refer', reason: '住在乙区，不在本站服务区域。', referredTo: there }
  await write(page, 'put', `${at}/decision`, { ...decision, referralReason: 'out-of-area' }, 6)
  const consentId = randomUUID()
  await write(page, 'post', `/people/${personId}/consents`, consentTo(consentId, receiver))
  return { personId, inquiryId, consentId }
}

const alone = { situation: '独自居住，行动不便。', trouble: '一个人做不动饭。' }

const questions = {
  willingness: 4,
  willingnessNote: '',
  problems: '独居老人的日常照料。',
  howItArose: '去年摔了一跤。',
  expectation: '有人送饭。',
  soughtHelpBefore: false,
  earlierHelp: [],
  ownEfforts: '',
  agencyResources: 'yes',
  workerAbility: 'yes',
  reconcilable: true,
  reconcilableNote: '',
  inScope: true,
  inArea: false,
  hasCapacity: true,
  fitNote: '',
  riskLevel: 'low',
}

const consentTo = (id: string, receiver: string) => ({
  id,
  caseId: null,
  inquiryId: null,
  purpose: 'sharing',
  sensitiveKind: null,
  sections: ['identity', 'first-contact'],
  receivers: [{ kind: 'other', name: receiver }],
  details: '',
  giver: 'client',
  guardianId: null,
  heard: '',
  way: 'written',
  witness: '',
  validFrom: '2026-01-01',
  validUntil: `${new Date().getFullYear() + 1}-06-30`,
  noticeVersion: 1,
  noticeLanguage: 'zh-CN',
})
