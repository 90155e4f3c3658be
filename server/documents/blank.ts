import type { FormSheet, SheetBlock, SheetFactRow } from '#contract/documents.ts'
import type { Field, FormDefinition } from './form.ts'

/** The words that can be ticked for a list. */
export type Offered = (list: string) => readonly string[]

const blankRows = 4
const box = '□\u00A0'
const between = '   '

/**
 * The same form to be filled by hand: a box for each answer that can be chosen, lines in every list, and room to write.
 * @param sheet the form laid out over nothing
 */
export function toFillByHand(sheet: FormSheet, definition: FormDefinition, offered: Offered): FormSheet {
  const choices = new Map(
    definition.sections
      .flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'facts' ? row.fields : [])))
      .flatMap((field: Field) => (field.choices === undefined ? [] : [[field.key, field.choices] as const])),
  )
  const boxes = (list: string) => offered(list).map((word) => `${box}${word.replaceAll(' ', '\u00A0')}`)
  const factRow = (row: SheetFactRow): SheetFactRow =>
    row.map((fact) => {
      const list = choices.get(fact.key)
      return list === undefined ? fact : { ...fact, value: boxes(list).join(between) }
    })
  const block = (one: SheetBlock): SheetBlock => {
    if (one.kind === 'facts') return { ...one, rows: one.rows.map(factRow) }
    if (one.kind !== 'table') return one
    const empty = one.columns.map(() => '')
    return { ...one, rows: Array.from({ length: blankRows }, () => empty) }
  }
  return {
    ...sheet,
    sections: sheet.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  }
}
