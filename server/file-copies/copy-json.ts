import type { CopyHead } from './copy-sheet.ts'
import type { CopyPart } from './copy-part.ts'

/**
 * A whole copy for a program (R-285; Personal Information Protection Law, art. 45: to take along). docs/api.md says what
 * stands where; `version` counts its changes.
 */
export const copyJson = (head: CopyHead, parts: readonly CopyPart[]) => ({
  format: 'alongside-client-file',
  version: 3,
  language: head.language,
  agency: head.agency,
  caseNumber: head.caseNumber,
  client: head.client,
  askedForBy: head.askerName,
  askedForOn: head.askedOn,
  madeOn: head.madeOn,
  leftOut: [...new Set([...head.parts, ...head.singly].map(({ part }) => part))],
  parts: parts.map(({ part, sheets, facts, ownFields }) => ({
    part,
    forms: sheets.map(({ formId, title }) => ({ form: formId, title })),
    facts,
    ownFields,
  })),
})

/** Whatever stands in it, each code with its word beside it. */
export function withWords(
  value: unknown,
  word: (list: string, code: string, at?: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((one) => withWords(one, word))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withWords(inner, word)] as const)
  const { list, code, at } = value as Readonly<Record<string, unknown>>
  const isCoded = typeof list === 'string' && typeof code === 'string'
  const said = isCoded ? { word: word(list, code, typeof at === 'string' ? at : undefined) } : {}
  return { ...Object.fromEntries(entries), ...said }
}
