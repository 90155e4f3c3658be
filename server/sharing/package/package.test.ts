import { expect, test } from 'vitest'
import { fileSection } from '#contract/codes/index.ts'
import { type Known, sharedSections } from './package.ts'

/** Every text of a known person says which section it belongs to. */
const known: Known = {
  identity: { name: 'identity', sex: '2', birth: '1948-05', language: '' },
  contact: { phone: 'contact', address: 'contact', safeContact: 'contact' },
  family: [
    { name: 'family', relation: { list: 'familyRelation', code: 'son', note: 'family' }, guardian: false },
  ],
  firstContact: {
    receivedOn: '2026-03-02',
    trouble: 'first-contact',
    origin: 'first-contact',
    expectation: 'first-contact',
    efforts: ' ',
    problems: 'assessment',
  },
  interview: { heldOn: '2026-03-03', expectations: 'interviews', agreed: 'interviews' },
  assessment: {
    summary: 'assessment',
    problems: ['assessment'],
    needs: ['assessment'],
    strengths: ['assessment'],
  },
  plan: { strategy: 'plan', goals: ['plan'] },
  records: [{ on: '2026-03-04', words: 'process-records' }],
  evaluation: { outcomes: ['evaluation'] },
  closing: { outcome: 'closing', future: 'closing' },
  attachments: ['attachments'],
}

const textsIn = (sections: ReturnType<typeof sharedSections>) =>
  new Set(
    sections.flatMap(({ rows }) =>
      rows.flatMap(({ values }) => values.flatMap((value) => (value.kind === 'text' ? [value.text] : []))),
    ),
  )

test.each(fileSection.codes)('ticked alone, %s brings its own words and nobody else’s', (section) => {
  const shared = sharedSections(known, [section], [])
  expect(shared.map((one) => one.section)).toEqual([section])
  expect([...textsIn(shared)]).toEqual([section])
})

test('what is ticked and not consented to is not in it; what is empty makes no line', () => {
  const shared = sharedSections(known, ['contact', 'identity', 'plan'], ['contact'])
  expect(shared.map(({ section }) => section)).toEqual(['identity', 'plan'])
  expect(sharedSections({ ...known, plan: null }, ['plan'], [])).toEqual([{ section: 'plan', rows: [] }])
  const [identity] = sharedSections(known, ['identity'], [])
  expect(identity?.rows.map(({ line }) => line)).toEqual(['name', 'sex', 'birth'])
})

test('before there is a case, what was assessed is the preliminary assessment', () => {
  const [assessment] = sharedSections({ ...known, assessment: null }, ['assessment'], [])
  expect(assessment?.rows).toEqual([{ line: 'problem', values: [{ kind: 'text', text: 'assessment' }] }])
})
