import { expect, test } from 'vitest'
import type { InquirySheet } from './intake.ts'
import { noticeBasis, noticeIsOwed, type SheetStanding, waitsForNotice } from './notice-first.ts'

const empty: InquirySheet = {
  channel: 'phone',
  source: null,
  helpType: null,
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId: '00000000-0000-4000-8000-000000000001',
  callerRelation: null,
  referrerName: '',
  referrerReason: '',
  willingness: null,
  situation: '',
  trouble: '',
  toldItems: [],
  toldLanguage: null,
  noticeGround: null,
  emotionalSupport: '',
}
const standing = (sheet: Partial<InquirySheet>, but: Partial<SheetStanding> = {}): SheetStanding => ({
  sheet: { ...empty, ...sheet },
  emergency: null,
  underFourteen: false,
  ...but,
})
const told = { toldItems: ['information-use' as const], toldLanguage: 'ru' as const }
const said = { trouble: '药都倒在手里', situation: '有抑郁症' }

test.each([
  ['the notice was told', standing({ ...said, ...told }), 'told'],
  ['life is in danger', standing(said, { emergency: true }), 'emergency'],
  ['a law demands it', standing({ ...said, noticeGround: 'harm-to-minor' }), 'ground'],
  ['nobody is named', standing({ ...said, clientId: null }), 'nobody-named'],
] as const)('sensitive words are kept where %s', (_, now, basis) => {
  expect(noticeBasis(now)).toBe(basis)
  expect(waitsForNotice(now, null)).toEqual([])
})

test('otherwise each sensitive field waits, and what is not sensitive does not', () => {
  const all = { ...said, emotionalSupport: '哭', referrerReason: '吸毒', resistance: '沉默' }
  const now = standing({ ...all, involuntaryGround: 'drug-treatment', source: 'self', willingness: 2 })
  expect(waitsForNotice(now, null).toSorted()).toEqual([...Object.keys(all), 'involuntaryGround'].toSorted())
  expect(waitsForNotice(standing({ source: 'self', willingness: 2, trouble: '  \n' }), null)).toEqual([])
})

test('of a child under 14 everything waits that is said of them', () => {
  const of = { source: 'guardian', helpType: 'compelled', callerRelation: 'mother', willingness: 1 } as const
  expect(waitsForNotice(standing(of), null)).toEqual([])
  expect(waitsForNotice(standing(of, { underFourteen: true }), null).toSorted()).toEqual(
    Object.keys(of).toSorted(),
  )
})

test('what stands from before this rule is put right, but nothing new is added to it', () => {
  const kept = standing({ trouble: '旧的一句' })
  expect(waitsForNotice(standing({ trouble: '改正的一句' }), kept)).toEqual([])
  expect(waitsForNotice(standing({ trouble: '改正的一句', situation: '新的' }), kept)).toEqual(['situation'])
})

test('what rested on a basis waits once that is taken away, and what was of nobody once somebody is named', () => {
  const now = standing(said)
  for (const kept of [
    standing({ ...said, ...told }),
    standing({ ...said, noticeGround: 'lawful-order' }),
    standing({ ...said, clientId: null }),
  ])
    expect(waitsForNotice(now, kept)).toEqual(['trouble', 'situation'])
  // Danger that is over is found so by a decision of its own: what was kept in it stays, and the notice is owed.
  expect(waitsForNotice(now, standing(said))).toEqual([])
})

test('the notice is owed while something is kept that went before it', () => {
  expect(noticeIsOwed(standing(said, { emergency: true }))).toBe(true)
  expect(noticeIsOwed(standing({ ...said, noticeGround: 'harm-to-minor' }))).toBe(true)
  expect(noticeIsOwed(standing(said))).toBe(true)
  expect(noticeIsOwed(standing({ ...said, ...told }))).toBe(false)
  expect(noticeIsOwed(standing({ ...said, clientId: null }))).toBe(false)
  expect(noticeIsOwed(standing({}, { emergency: true }))).toBe(false)
})
