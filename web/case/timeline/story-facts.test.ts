import { expect, test } from 'vitest'
import { StoryLine } from '#contract/case/timeline.ts'
import { languages } from '#contract/language.ts'
import { formatsIn } from '#web/app/formats.ts'
import { sentenceOf } from './story-facts.ts'

const speechIn = (language: (typeof languages)[number]) => ({
  formats: formatsIn(language, () => '2026-03-02'),
  language,
})

const at = '2026-03-02T02:00:00Z'

test.each([
  ['inquiry-received', { channel: 'phone' }, '接到初步接洽：电话'],
  ['stage-entered', { stage: 'plan' }, '进入新阶段：服务计划'],
  [
    'plan-confirmed',
    { edition: 1, givenAs: 'guardian', way: 'fingerprint' },
    '服务计划得到确认：监护人 · 按手印 · 第 1 版',
  ],
  ['record-signed', { ordinal: 2, late: true }, '签署过程记录：第 2 次 · 逾期补写'],
  [
    'step-moved',
    { stepId: 'b3c1', from: '2026-03-04', to: '2026-03-11' },
    '调整步骤期限：从 2026年3月4日 改到 2026年3月11日',
  ],
  ['evaluation-signed', { kind: 'outcome', t: 56.2 }, '签署服务评估：结果评估 · 目标达成 T 分 56.2'],
  ['evaluation-signed', { kind: 'outcome', t: null }, '签署服务评估：结果评估'],
  ['inquiry-registered', {}, '完成初步接洽登记'],
  // The line stands under its own day already.
  ['step-done', { stepId: 'b3c1', doneOn: '2026-03-02' }, '完成计划中的一个步骤'],
  ['step-done', { stepId: 'b3c1', doneOn: '2026-02-27' }, '完成计划中的一个步骤：完成于 2026年2月27日'],
] as const)('%s with %j is told in words', (what, facts, sentence) => {
  expect(sentenceOf({ what, facts, at }, speechIn('zh-CN'))).toBe(sentence)
})

test.each(languages)('in %s every line of a story has a sentence, and no code shows through', (language) => {
  const facts = {
    stage: 'plan',
    channel: 'phone',
    decision: 'accept',
    kind: 'initial',
    givenAs: 'client',
    way: 'signature',
    subjectId: 'b3c1',
  }
  for (const what of StoryLine.options) {
    const sentence = sentenceOf({ what, facts, at }, speechIn(language))
    expect(sentence.length).toBeGreaterThan(4)
    expect(sentence).not.toMatch(/[a-z]-[a-z]+-|b3c1|\{/)
  }
})
