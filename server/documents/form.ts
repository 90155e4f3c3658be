import type { PrintedForm } from '#contract/documents.ts'
import type { Wording as Labels } from '#contract/language.ts'

/** One visible text in every language we print. */
export type { Labels }

/** How a plain value is worded when its type does not say it: an ISO date, a moment, a −2…+2 level. */
export type Wording = 'date' | 'moment' | 'level'

/** A labelled value; `from` is a path in the case facts. `key` is the field's name in the form standard. */
export type Field = {
  readonly key: string
  readonly label: Labels
  readonly from: string
  readonly as?: Wording
  readonly size: 'half' | 'wide' | 'tall'
  /** The list whose codes a blank form offers to be ticked; `yes-no` for a question. */
  readonly choices?: string
}

/** A column of a list; `from` is a path in one item, `width` its share of the page. */
export type Column = {
  readonly key: string
  readonly label: Labels
  readonly from: string
  readonly as?: Wording
  readonly width: number
}

/** One who signs: `from` is a path in the block of signatures. */
export type Signer = { readonly key: string; readonly label: Labels; readonly from: string }

/** What a section may hold. */
export type Row =
  | { readonly kind: 'facts'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'table'
      readonly key: string
      readonly label: Labels
      readonly from: string
      readonly columns: readonly Column[]
    }
  | {
      readonly kind: 'signatures'
      readonly from: string
      readonly dateLabel: Labels
      readonly signers: readonly Signer[]
    }

/** A titled part. With `each` it is printed once per item of that list, and its paths start at the item. */
export type Section = {
  readonly key: string
  readonly title: Labels
  readonly each?: string
  readonly newPage?: boolean
  readonly rows: readonly Row[]
}

/**
 * An official form as data, without behaviour: it survives JSON, so an agency's own wording or order is
 * another definition, not another program. The texts of the standard's appendices are not
 * public; our definitions are reconstructions and say so on the sheet.
 */
export type FormDefinition = {
  readonly id: PrintedForm
  readonly title: Labels
  readonly standard: Labels
  readonly header: readonly Field[]
  readonly sections: readonly Section[]
}

/** A text in Chinese, English and Russian. */
export const say = (chinese: string, english: string, russian: string): Labels => ({
  'zh-CN': chinese,
  en: english,
  ru: russian,
})

/** A fact on half a row. */
export const fact = (key: string, from: string, label: Labels, as?: Wording): Field =>
  field('half', key, from, label, as)

/** A fact on a row of its own. */
export const wideFact = (key: string, from: string, label: Labels, as?: Wording): Field =>
  field('wide', key, from, label, as)

/** Sentences: a row of its own with room to write. */
export const text = (key: string, from: string, label: Labels): Field => field('tall', key, from, label)

/** A field that a blank form offers as boxes to tick. */
export const choosing = (choices: string, asked: Field): Field => ({ ...asked, choices })

/** A list of the record with its columns. */
export const table = (key: string, from: string, label: Labels, columns: readonly Column[]): Row => ({
  kind: 'table',
  key,
  label,
  from,
  columns,
})

/** A column whose key is the name of the item's property. */
export const column = (from: string, width: number, label: Labels, as?: Wording): Column =>
  as === undefined ? { key: from, label, from, width } : { key: from, label, from, width, as }

/** Facts in the order they are read. */
export const facts = (...fields: readonly Field[]): Row => ({ kind: 'facts', fields })

function field(size: Field['size'], key: string, from: string, label: Labels, as?: Wording): Field {
  return as === undefined ? { key, label, from, size } : { key, label, from, size, as }
}
