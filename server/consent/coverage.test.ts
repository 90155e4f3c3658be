import { expect, test } from 'vitest'
import { type Consent, coveredBy, stateAt, type Use } from './coverage.ts'

const school = { kind: 'school', name: '安宁小学' } as const
const hospital = { kind: 'health', name: '安宁医院' } as const

const consent = (but: Partial<Consent> = {}): Consent => ({
  id: 'one',
  purpose: 'sharing',
  sensitiveKind: null,
  sections: ['assessment', 'plan'],
  receivers: [school],
  validFrom: '2026-03-02',
  validUntil: '2026-03-31',
  recordedAt: new Date('2026-03-02T02:00:00Z'),
  withdrawnAt: null,
  ...but,
})
const use = (but: Partial<Use> = {}): Use => ({
  purpose: 'sharing',
  sections: ['assessment'],
  kinds: [],
  receiver: school,
  at: new Date('2026-03-10T02:00:00Z'),
  ...but,
})
const covered = (consents: readonly Consent[], asked: Use) => coveredBy(consents, asked).covered

test('a consent covers its purpose, its sections and its receivers, and nothing beside', () => {
  expect(coveredBy([consent()], use())).toEqual({
    covered: true,
    by: ['one'],
    missing: { sections: [], kinds: [] },
  })
  expect(covered([consent()], use({ purpose: 'research' }))).toBe(false)
  expect(covered([consent()], use({ receiver: hospital }))).toBe(false)
  expect(covered([consent()], use({ receiver: { ...school, name: '安宁中学' } }))).toBe(false)
  expect(covered([consent()], use({ receiver: null }))).toBe(false)
  expect(coveredBy([consent()], use({ sections: ['assessment', 'identity'] }))).toEqual({
    covered: false,
    by: [],
    missing: { sections: ['identity'], kinds: [] },
  })
  expect(covered([], use({ sections: [] }))).toBe(false)
})

test('how a name is spaced or written does not make it another receiver', () => {
  const named = consent({ receivers: [{ kind: 'health', name: ' Anning  Hospital' }] })
  expect(covered([named], use({ receiver: { kind: 'health', name: 'Ａnning hospital ' } }))).toBe(true)
})

test('several consents cover together what none covers alone', () => {
  const identity = consent({ id: 'two', sections: ['identity'] })
  expect(coveredBy([consent(), identity], use({ sections: ['assessment', 'identity'] }))).toMatchObject({
    covered: true,
    by: ['one', 'two'],
  })
})

test('withdrawal acts from its very second, and not before', () => {
  const withdrawnAt = new Date('2026-03-10T02:00:00.000Z')
  const withdrawn = consent({ withdrawnAt })
  expect(stateAt(withdrawn, new Date('2026-03-10T01:59:59.999Z'))).toBe('in-force')
  expect(stateAt(withdrawn, withdrawnAt)).toBe('withdrawn')
  expect(covered([withdrawn], use({ at: new Date('2026-03-10T01:59:59.999Z') }))).toBe(true)
  expect(covered([withdrawn], use({ at: withdrawnAt }))).toBe(false)
})

test('it lasts to the end of its last day by the agency’s clock, and begins when it was written down', () => {
  expect(stateAt(consent(), new Date('2026-03-02T01:59:59Z'))).toBe('not-yet')
  expect(stateAt(consent({ validFrom: '2026-03-05' }), new Date('2026-03-04T15:59:59Z'))).toBe('not-yet')
  expect(stateAt(consent({ validFrom: '2026-03-05' }), new Date('2026-03-04T16:00:00Z'))).toBe('in-force')
  expect(stateAt(consent(), new Date('2026-03-31T15:59:59Z'))).toBe('in-force')
  expect(stateAt(consent(), new Date('2026-03-31T16:00:00Z'))).toBe('run-out')
})

test('each sensitive kind needs a consent of its own, for every section that is used', () => {
  const asked = use({ kinds: ['health', 'religion'] })
  const health = consent({ id: 'health', sensitiveKind: 'health' })
  const religion = consent({ id: 'religion', sensitiveKind: 'religion', sections: ['plan'] })
  expect(coveredBy([consent()], asked).missing).toEqual({ sections: [], kinds: ['health', 'religion'] })
  expect(coveredBy([consent(), health, religion], asked).missing.kinds).toEqual(['religion'])
  const both = [consent(), health, { ...religion, sections: ['assessment'] } as Consent]
  expect(coveredBy(both, asked)).toMatchObject({ covered: true, by: ['one', 'health', 'religion'] })
  // A consent to a sensitive kind is none to the rest.
  expect(covered([health], use())).toBe(false)
})

test('of a child under 14 everything is sensitive: an ordinary consent covers nothing, and theirs nothing at 14', () => {
  const guardians = consent({ id: 'guardian', sensitiveKind: 'under-fourteen' })
  expect(covered([consent()], use({ kinds: ['under-fourteen'] }))).toBe(false)
  expect(covered([guardians], use({ kinds: ['under-fourteen'] }))).toBe(true)
  expect(covered([guardians], use({ kinds: ['under-fourteen', 'health'] }))).toBe(false)
  expect(covered([guardians], use({ kinds: [] }))).toBe(false)
})

test('where a purpose names neither sections nor receivers, none are asked for', () => {
  const pictures = consent({ purpose: 'pictures', sections: [], receivers: [] })
  expect(covered([pictures], use({ purpose: 'pictures', sections: [], receiver: null }))).toBe(true)
  const takingPart = consent({ purpose: 'taking-part', sections: [], receivers: [hospital] })
  expect(covered([takingPart], use({ purpose: 'taking-part', sections: [], receiver: hospital }))).toBe(true)
  expect(covered([takingPart], use({ purpose: 'taking-part', sections: [], receiver: school }))).toBe(false)
})
