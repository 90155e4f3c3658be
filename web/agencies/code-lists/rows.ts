import { type CodeList, isOwn } from '#contract/codes/index.ts'
import type { CodeRow } from '#contract/settings/index.ts'

const none = { 'zh-CN': '', en: '', ru: '' }

/** The rows of a sheet, then the codes of the list and the own codes of the agency of which it says nothing. */
export function fullRows(
  list: CodeList<string>,
  rows: readonly CodeRow[],
  others: readonly CodeRow[] = [],
): CodeRow[] {
  const isNew = ({ code }: CodeRow, at: number, all: readonly CodeRow[]) =>
    all.findIndex((one) => one.code === code) === at
  const standard = list.codes.map((code) => ({ code, label: none, hidden: false }))
  return [...rows, ...standard, ...others.filter(({ code }) => isOwn(code))].filter(isNew)
}

/** A new code of the agency, under a standard one. */
export const newOwnRow = (parent: string): CodeRow => ({
  code: `${parent}.own-${crypto.randomUUID().slice(0, 8)}`,
  label: none,
  hidden: false,
})

/** The same code under another standard one. */
export const underAnother = (code: string, parent: string) => `${parent}${code.slice(code.indexOf('.'))}`
