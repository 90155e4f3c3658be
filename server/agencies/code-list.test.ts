import { expect, test } from 'vitest'
import type { CodeRow } from '#contract/settings/index.ts'
import { changeableList, codeChecks } from './code-list.ts'

const row = (code: string, en = '', hidden = false): CodeRow => ({
  code,
  label: { 'zh-CN': '', en, ru: '' },
  hidden,
})

const wrongIn = (name: string, rows: readonly CodeRow[], before: readonly string[] = []) => {
  const list = changeableList(name)
  if (!list) throw new Error(`No agency changes ${name}`)
  return codeChecks(list, { rows: [...rows] }, before)
    .filter(([, holds]) => !holds)
    .map(([path, , code = 'required']) => `${path} ${code}`)
}

test.each([
  [
    'a word, a hidden code and an own one',
    'caseSource',
    [row('self', 'Came alone'), row('guardian', '', true), row('other.x', 'Fair')],
    [],
  ],
  [
    'a code that the list does not have',
    'caseSource',
    [row('nobody')],
    ['sheet.rows.0.code settings/no-such-code'],
  ],
  [
    'an own code under none of the list',
    'caseSource',
    [row('nobody.x', 'X')],
    ['sheet.rows.0.code settings/no-such-code'],
  ],
  [
    'an own code where none may be added',
    'contactChannel',
    [row('phone.x', 'X')],
    ['sheet.rows.0.code settings/no-such-code'],
  ],
  ['an own code without a word', 'caseSource', [row('other.x')], ['sheet.rows.0.label required']],
  [
    'a hidden code on which rules rest',
    'closingReason',
    [row('death', '', true)],
    ['sheet.rows.0.hidden settings/code-stays-offered'],
  ],
  [
    'a hidden code of a list that is needed whole',
    'toldItem',
    [row('scope', '', true)],
    ['sheet.rows.0.hidden settings/code-stays-offered'],
  ],
  [
    'one word twice',
    'caseSource',
    [row('self', 'Outreach')],
    ['sheet.rows.0.label settings/same-word-twice'],
  ],
  [
    'the word of a code that is no longer offered',
    'caseSource',
    [row('self', 'Outreach'), row('outreach', '', true)],
    [],
  ],
] as const)('%s', (_, name, rows, wrong) => {
  expect(wrongIn(name, rows)).toEqual(wrong)
})

test('an own code stays in every later version, and two codes at least are offered', () => {
  expect(wrongIn('caseSource', [], ['other.x'])).toEqual(['sheet.rows settings/own-code-stays'])
  const list = changeableList('caseSource')
  const hidden = (list?.codes ?? []).slice(1).map((code) => row(code, '', true))
  expect(wrongIn('caseSource', hidden)).toEqual(['sheet.rows settings/nothing-to-choose'])
  expect([changeableList('stage'), changeableList('role'), changeableList('nothing')]).toEqual([
    null,
    null,
    null,
  ])
})
