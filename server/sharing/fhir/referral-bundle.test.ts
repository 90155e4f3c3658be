import type { Bundle, Resource } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { referralState } from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'
import type { PackageRow, ReferralPackage } from '#contract/sharing.ts'
import { taskStatuses } from '#contract/fhir.ts'
import { stepBy } from '../referral/referral.ts'
import { capabilityOf } from './capability.ts'
import { outcomeOf } from './outcome.ts'
import { bundleOf, searchsetOf } from './referral-bundle.ts'
import { moveFor, statesOf, taskStatusOf } from './states.ts'
import { type Standing, taskOf } from './task.ts'
import { faultsOf } from './validator.factory.ts'

const id = '3f0c9a52-6d1e-4b8a-9c77-0d2f4a1b5e66'
const base = 'https://alongside.example/api/fhir/R4'

const aStanding = (but: Partial<Standing> = {}): Standing => ({
  id,
  state: 'requested',
  urgency: 'urgent',
  stateWords: '',
  outcome: '',
  firstHelpOn: null,
  sentAt: new Date('2026-03-02T02:00:00Z'),
  movedAt: new Date('2026-03-02T02:00:00Z'),
  replyBy: '2026-03-04',
  version: 2,
  language: 'zh-CN',
  fromAgency: '甲区社工站',
  receiverName: '乙区社工站',
  ...but,
})

const aPackage = (but: Partial<ReferralPackage> = {}): ReferralPackage => ({
  form: 'alongside referral 1',
  referralId: id,
  from: { agency: '甲区社工站', worker: '陈思远' },
  to: { kind: 'other', name: '乙区社工站', contact: '马静' },
  kind: 'intake',
  reason: 'out-of-area',
  urgency: 'urgent',
  serviceNeeded: '居家养老服务',
  summary: '独居 <b>老人</b> & 猫',
  done: '',
  expectation: '助餐',
  accompaniment: 'arranged',
  replyBy: '2026-03-04',
  sections: [
    {
      section: 'identity',
      rows: [
        { line: 'name', values: [{ kind: 'text', text: '吴桂芝' }] },
        { line: 'sex', values: [{ kind: 'code', list: 'sex', code: '2' }] },
        { line: 'birth', values: [{ kind: 'date', date: '1948-05' }] },
      ],
    },
    { section: 'contact', rows: [{ line: 'phone', values: [{ kind: 'text', text: '0931 555' }] }] },
    {
      section: 'first-contact',
      rows: [
        { line: 'trouble', values: [{ kind: 'text', text: '<script>\u0007做不动饭\n"一个人"</script>' }] },
      ],
    },
    { section: 'plan', rows: [] },
  ],
  sensitiveKinds: ['health'],
  ...but,
})

const hash = 'a'.repeat(64)

/** The resource of this type in a bundle, as it goes over the wire. */
function inside(bundle: Bundle, type: Resource['resourceType']) {
  const found = bundle.entry?.find(({ resource }) => resource?.resourceType === type)?.resource
  return found && (JSON.parse(JSON.stringify(found)) as Record<string, unknown>)
}

test('a bundle of every state, in every language, holds for a validator made by others', () => {
  const bare = { done: '送餐', accompaniment: null } as const
  const words = { stateWords: '没有名额', outcome: '每天送餐', firstHelpOn: '2026-03-05' }
  for (const [place, state] of referralState.codes.entries())
    for (const contents of [
      aPackage(),
      aPackage({ ...bare, sections: [], withoutConsent: ['life-or-health'] }),
    ]) {
      const language = languages[place % languages.length] ?? 'en'
      const bundle = bundleOf(aStanding({ state, language, ...words }), { contents, hash }, base)
      const each = (bundle.entry ?? []).flatMap(({ resource }) => faultsOf(resource))
      expect([state, faultsOf(bundle), each]).toEqual([state, [], []])
      const urls = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl)
      expect(new Set(urls).size).toBe(urls.length)
      // Every reference of it resolves inside it.
      const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/gu)].map(([, to]) => to)
      expect(references.filter((to) => !urls.includes(`${base}/${String(to)}`))).toEqual([])
    }
})

test('the validator itself would see what is wrong', () => {
  const task = taskOf(aStanding())
  expect(faultsOf(task)).toEqual([])
  const { intent: _intent, ...without } = task
  expect(faultsOf(without)).not.toEqual([])
  expect(faultsOf({ ...task, closeness: 3 })).not.toEqual([])
  expect(faultsOf({ ...task, lastModified: '2025-01-01T00:00:00Z' })).not.toEqual([])
})

test('a bundle says what is in the package and nothing else', () => {
  const full = bundleOf(aStanding(), { contents: aPackage(), hash }, base)
  expect(inside(full, 'Patient')).toMatchObject({
    name: [{ text: '吴桂芝' }],
    gender: 'female',
    birthDate: '1948-05',
    telecom: [{ system: 'phone', value: '0931 555' }],
  })
  const shown = JSON.stringify(inside(full, 'Composition'))
  expect(shown).toContain('&lt;script&gt;做不动饭<br/>&quot;一个人&quot;&lt;/script&gt;')
  expect(shown).toContain(hash)
  expect(inside(full, 'ServiceRequest')).toMatchObject({
    priority: 'urgent',
    code: { text: '居家养老服务' },
    note: [{ text: '情况摘要: 独居 <b>老人</b> & 猫' }, { text: '期望结果: 助餐' }],
  })
  expect(inside(full, 'Consent')).toMatchObject({
    provision: {
      class: [{ code: 'identity' }, { code: 'contact' }, { code: 'first-contact' }, { code: 'plan' }],
    },
  })

  // Without its section a client has no name; where there is no consent, none is claimed, and the ground is told.
  const bare = bundleOf(
    aStanding(),
    { contents: aPackage({ sections: [], withoutConsent: ['life-or-health'] }), hash },
    base,
  )
  const { meta: _meta, ...nobody } = inside(bare, 'Patient') ?? {}
  expect(nobody).toEqual({ resourceType: 'Patient', id: `${id}-client`, language: 'zh-CN' })
  expect(inside(bare, 'Consent')).toBeUndefined()
  expect(JSON.stringify(inside(bare, 'ServiceRequest'))).toContain('未经同意提供')

  // A number that is dangerous to dial stands beside the sentence that says so, and in no field.
  const [identity, contact] = aPackage().sections
  const line: PackageRow = { line: 'safe-contact', values: [{ kind: 'text', text: '不要打电话' }] }
  const careful = aPackage({
    sections: [
      ...(identity ? [identity] : []),
      { section: 'contact', rows: [...(contact?.rows ?? []), line] },
    ],
  })
  const guarded = bundleOf(aStanding(), { contents: careful, hash }, base)
  expect(inside(guarded, 'Patient')).not.toHaveProperty('telecom')
  expect(JSON.stringify(inside(guarded, 'Composition'))).toContain('0931 555')
})

test('every state is a task status, and every task status of a receiver is one step', () => {
  expect(taskStatusOf).toEqual({
    ...Object.fromEntries(referralState.codes.map((state) => [state, state])),
    'client-confirmed': 'completed',
  })
  for (const state of referralState.codes) expect(statesOf(taskStatusOf[state])).toContain(state)
  expect(statesOf('ready')).toEqual([])
  const answered = Object.fromEntries(
    referralState.codes.map((state) => [
      state,
      taskStatuses.flatMap((status) => {
        const move = moveFor(status, state)
        const isTheirs = move !== null && stepBy(move, 'receiver', { state, way: 'agency' }) !== null
        return isTheirs ? [`${status} by ${move}`] : []
      }),
    ]),
  )
  expect(answered).toEqual({
    draft: [],
    requested: ['received by receive', 'accepted by accept', 'rejected by reject'],
    received: ['accepted by accept', 'rejected by reject'],
    accepted: ['in-progress by begin'],
    rejected: [],
    'in-progress': ['on-hold by pause', 'failed by fail', 'completed by complete'],
    'on-hold': ['in-progress by resume', 'failed by fail'],
    completed: [],
    'client-confirmed': [],
    failed: [],
    cancelled: [],
    'entered-in-error': [],
  })
  // What the client told the referrer when confirming is not the partner’s to read.
  const confirmed = taskOf(
    aStanding({ state: 'client-confirmed', stateWords: '心里话', outcome: '每天送餐' }),
  )
  expect(confirmed).toMatchObject({
    status: 'completed',
    businessStatus: { coding: [{ system: 'urn:alongside:referralState', code: 'client-confirmed' }] },
    output: [{ valueString: '每天送餐' }],
  })
  expect(JSON.stringify(confirmed)).not.toContain('心里话')
})

test('what the server says of itself, a page of tasks, and every no hold for the validator', () => {
  expect(faultsOf(capabilityOf(base))).toEqual([])
  const links = { base, self: `${base}/Task?_count=1`, next: `${base}/Task?_count=1&after=x` }
  expect(faultsOf(searchsetOf([aStanding()], links))).toEqual([])
  expect(faultsOf(searchsetOf([], { ...links, next: null }))).toEqual([])
  const no = outcomeOf({
    code: 'sheet-unfinished',
    facts: { missing: 1 },
    fields: [{ path: 'output.0.valueString', code: 'required' }],
  })
  expect(faultsOf(no)).toEqual([])
  expect(no.issue).toMatchObject([{ code: 'business-rule', expression: ['Task.output[0].valueString'] }])
})
