import * as shipped from '#contract/codes/index.ts'
import { type CodeList, isOwn, standardOf } from '#contract/codes/index.ts'
import { languages } from '#contract/language.ts'
import type { CodeRow, Codes } from '#contract/settings/index.ts'
import { type Check, says } from '#server/kernel/whole.ts'

const lists: ReadonlyMap<string, CodeList<string>> = new Map(
  Object.values(shipped).flatMap((list) =>
    typeof list === 'object' && 'codes' in list && list.agency
      ? [[list.agency.name, list as unknown as CodeList<string>]]
      : [],
  ),
)

/** A list that an agency may change, by its name. */
export const changeableList = (name: string) => lists.get(name) ?? null

/** What is wrong with an agency's version of a list; `before` are the own codes that it already has. */
export function codeChecks(list: CodeList<string>, { rows }: Codes, before: readonly string[]): Check[] {
  const gone = before.filter((code) => !rows.some((row) => row.code === code))
  return [
    ...rows.flatMap((row, at) => rowChecks(list, row, `sheet.rows.${at}`)),
    ...repeatedWords(list, rows),
    // A record may hold it already.
    ['sheet.rows', gone.length === 0, 'settings/own-code-stays'],
    ['sheet.rows', offeredOf(list, rows).length >= 2, 'settings/nothing-to-choose'],
  ]
}

function rowChecks(list: CodeList<string>, { code, label, hidden }: CodeRow, path: string): Check[] {
  const isKnown = list.codes.includes(standardOf<string>(code))
  const mayBe = isOwn(code) ? list.agency?.freedom === 'own' : true
  const mayHide = isOwn(code) || (list.agency?.freedom !== 'words' && !list.agency?.always?.includes(code))
  return [
    [`${path}.code`, isKnown && mayBe, 'settings/no-such-code'],
    [`${path}.hidden`, !hidden || mayHide, 'settings/code-stays-offered'],
    [`${path}.label`, !isOwn(code) || languages.some((one) => says(label[one]))],
  ]
}

const offeredOf = (list: CodeList<string>, rows: readonly CodeRow[]) => [
  ...rows.filter(({ hidden }) => !hidden).map(({ code }) => code),
  ...list.codes.filter((code) => !rows.some((row) => row.code === code)),
]

/** Two codes that are offered under one word could not be told apart. */
function repeatedWords(list: CodeList<string>, rows: readonly CodeRow[]): Check[] {
  const offered = offeredOf(list, rows)
  return languages.flatMap((language) => {
    const wordOf = (code: string) => {
      const own = rows.find((row) => row.code === code)?.label[language] ?? ''
      if (says(own)) return own.trim()
      return isOwn(code) ? null : (list.labels[code]?.[language] ?? null)
    }
    return rows.flatMap(({ code }, at): Check[] => {
      const word = wordOf(code)
      const others = offered.filter((one) => one !== code && wordOf(one) === word)
      const stands = word === null || !offered.includes(code) || others.length === 0
      return [[`sheet.rows.${at}.label`, stands, 'settings/same-word-twice']]
    })
  })
}
