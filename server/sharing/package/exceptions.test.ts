import { expect, test } from 'vitest'
import type { Consent, Use } from '#server/consent/index.ts'
import { basisOf, type WrittenException } from './exceptions.ts'

const hospital = { kind: 'health', name: '市三院' } as const
const at = new Date('2026-03-02T02:00:00Z')
const use: Use = { purpose: 'sharing', sections: ['identity', 'plan'], kinds: [], receiver: hospital, at }
const exception: WrittenException = {
  id: 'e',
  ground: 'life-or-health',
  sections: ['identity', 'plan'],
  receivers: [{ kind: 'health', name: ' 市三院' }],
  recordedAt: new Date('2026-03-01T02:00:00Z'),
}
const consent: Consent = {
  id: 'c',
  purpose: 'sharing',
  sensitiveKind: null,
  sections: ['plan'],
  receivers: [hospital],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  withdrawnAt: null,
}
const rests = (
  consents: readonly Consent[],
  exceptions: readonly WrittenException[],
  but: Partial<Use> = {},
) => {
  const { covered, by, missing, exceptions: on } = basisOf(consents, exceptions, { ...use, ...but })
  return [covered, by, missing.sections, on.map(({ id }) => id)]
}

test('an exception carries what it names, to whom it names, for a week; consents carry the rest', () => {
  expect(rests([], [exception])).toEqual([true, [], [], ['e']])
  // Both of them, each for its part: the consent that still counts is the one whose withdrawal ends sight.
  expect(rests([consent], [{ ...exception, sections: ['identity'] }])).toEqual([true, ['c'], [], ['e']])
  expect(rests([], [{ ...exception, sections: ['identity'] }])).toEqual([false, [], ['plan'], ['e']])
  // Consented to as a whole: no exception is leant on.
  expect(rests([{ ...consent, sections: ['identity', 'plan'] }], [exception])).toEqual([true, ['c'], [], []])
  // In an emergency what is sensitive goes too.
  expect(rests([], [exception], { kinds: ['health'] })).toEqual([true, [], [], ['e']])
})

test('another receiver, another section, or a week gone by carries nothing', () => {
  const nothing = [false, [], ['identity', 'plan'], []]
  expect(rests([], [{ ...exception, receivers: [{ kind: 'health', name: '市二院' }] }])).toEqual(nothing)
  expect(rests([], [{ ...exception, sections: ['closing'] }])).toEqual(nothing)
  expect(rests([], [{ ...exception, recordedAt: new Date('2026-02-23T01:59:00Z') }])).toEqual(nothing)
  expect(rests([], [])).toEqual(nothing)
})
