import type { Remarks } from './remarks.ts'
import { rowsOf, type SheetTexts } from './sheet-rows.ts'

/** What a form says of itself. `kept` changes nothing here and is only carried on. */
export type Settings = Readonly<{
  row: number
  title: string
  formId: string
  version: string
  defaultLanguage: string
  kept: Readonly<Record<string, string>>
}>

const used = new Set(['form_title', 'form_id', 'version', 'default_language'])
const longest: Readonly<Record<string, number>> = {
  form_title: 400,
  form_id: 200,
  version: 100,
  default_language: 100,
}
const longestKept = 4000

/** Reads the sheet of settings: its headings, and the first row below them. */
export function readSettings(sheet: SheetTexts | undefined, remarks: Remarks): Settings {
  const [first, ...more] = sheet ? rowsOf(sheet, remarks) : []
  const cells = new Map(
    first?.cells.map(({ heading, text }) => [
      heading.language === 'default' ? heading.column : `${heading.column}::${heading.language}`,
      text,
    ]),
  )
  for (const { row, cells: later } of more)
    remarks.add(sheet?.name ?? '', row, '', 'settings-row-ignored', later.map(({ text }) => text).join(' | '))
  for (const [name, text] of cells)
    if (text.length > (longest[name] ?? longestKept))
      remarks.add(sheet?.name ?? '', first?.row ?? 0, name, 'text-cut', text)
  const kept = [...cells].filter(([name]) => !used.has(name))
  for (const [name] of kept)
    if (name !== 'allow_choice_duplicates')
      remarks.add(sheet?.name ?? '', first?.row ?? 0, name, 'setting-kept', name)
  return {
    row: first?.row ?? 0,
    title: cells.get('form_title') ?? '',
    formId: cells.get('form_id') ?? '',
    version: cells.get('version') ?? '',
    defaultLanguage: cells.get('default_language') ?? '',
    kept: Object.fromEntries(kept.map(([name, text]) => [name.slice(0, 100), text.slice(0, longestKept)])),
  }
}
