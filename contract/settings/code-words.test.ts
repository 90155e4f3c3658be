import { expect, test } from 'vitest'
import { caseSource, isOwn, referralReason, stage, standardOf, withOwn } from '#contract/codes/index.ts'
import type { CodesVersion } from './code-lists.ts'
import { codesOffered, wordOn } from './code-words.ts'

const words = (zh: string, en: string, ru: string) => ({ 'zh-CN': zh, en, ru })
const row = (code: string, label = words('', '', ''), hidden = false) => ({ code, label, hidden })
const version = (ordinal: number, from: string, rows: CodesVersion['rows']): CodesVersion => ({
  list: 'caseSource',
  ordinal,
  from,
  writtenAt: `${from}T04:00:00.000Z`,
  rows,
})

const versions = [
  version(1, '2026-03-02', [
    row('outreach', words('走访发现', 'Found on rounds', '')),
    row('self'),
    row('other.fair', words('集市', '', '')),
  ]),
  version(2, '2026-05-01', [
    row('other.fair', words('社区集市', 'Fair', 'Ярмарка')),
    row('guardian', undefined, true),
  ]),
  version(3, '2026-05-01', [
    row('other.fair', words('便民集市', 'Market', 'Рынок')),
    row('guardian', undefined, true),
  ]),
]
const said = (code: string, day: string, language: 'zh-CN' | 'en' | 'ru' = 'en', at: string | null = null) =>
  wordOn(versions, caseSource, code as 'self', { language, day, at })

test('a code is called as the agency called it on that day, and as the product calls it before and without a word', () => {
  expect(
    ['2026-03-01', '2026-03-02', '2026-04-30', '2026-05-01'].map((day) => said('outreach', day)),
  ).toEqual(['Outreach', 'Found on rounds', 'Found on rounds', 'Outreach'])
  expect([said('outreach', '2026-04-01', 'ru'), said('self', '2026-04-01')]).toEqual([
    'Аутрич',
    'Self-referral',
  ])
})

test('what was written after a record was signed does not change it, not even on the day on which it was signed', () => {
  expect(said('outreach', '2026-03-02', 'en', '2026-03-02T03:59:00.000Z')).toBe('Outreach')
  expect(said('outreach', '2026-03-02', 'en', '2026-03-02T04:00:00.000Z')).toBe('Found on rounds')
})

test('an own code speaks its own language or another; one that is younger than the day is read as first called, an unknown one as its parent', () => {
  expect([said('other.fair', '2026-04-01'), said('other.fair', '2026-05-02', 'ru')]).toEqual([
    '集市',
    'Рынок',
  ])
  expect(said('other.fair', '2026-01-01')).toBe('集市')
  expect([said('other.unknown', '2026-05-02'), said('other.fair', '2026-05-02')]).toEqual(['Other', 'Market'])
})

test('the codes stand in the agency’s order, those it never named last; what is hidden is told so; other lists are the product’s', () => {
  const offered = codesOffered(versions, caseSource, { day: '2026-06-01', at: null })
  expect(offered.slice(0, 3)).toEqual([
    { code: 'other.fair', hidden: false },
    { code: 'guardian', hidden: true },
    { code: 'self', hidden: false },
  ])
  expect(offered).toHaveLength(caseSource.codes.length + 1)
  expect(codesOffered(versions, stage, { day: '2026-06-01', at: null }).map(({ code }) => code)).toEqual(
    stage.codes,
  )
})

test('an own code stands under a code of its list and counts as it', () => {
  const reason = withOwn(referralReason)
  expect(['closing', 'closing.own-1a2b'].every((code) => reason.safeParse(code).success)).toBe(true)
  for (const wrong of ['nowhere', 'nowhere.x', 'closing.', 'closing.A', '.x', 'closing.x.y'])
    expect([wrong, reason.safeParse(wrong).success]).toEqual([wrong, false])
  expect([
    standardOf<string>('out-of-area.x'),
    standardOf('closing'),
    isOwn('closing'),
    isOwn('closing.x'),
  ]).toEqual(['out-of-area', 'closing', false, true])
  expect(() => withOwn(stage)).toThrow('No agency adds')
})
