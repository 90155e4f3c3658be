import type {
  FormSheet,
  SheetBlock,
  SheetFact,
  SheetFactRow,
  SheetSection,
  SheetSignature,
  SheetTable,
} from '#contract/documents.ts'
import type { Signature } from './case-facts.ts'
import type { Field, FormDefinition, Labels, Row, Section, Signer } from './form.ts'
import { type LabelOfCode, type Speech, wordValue } from './wording.ts'
import { wordMoment } from './dates.ts'
import { fill, words } from './words.ts'

type TableRow = Extract<Row, { kind: 'table' }>
type SignatureRow = Extract<Row, { kind: 'signatures' }>

/** What every sheet needs of its facts; the rest is reached by the paths of its definition. */
export type SheetFacts = Readonly<{
  timeZone: string
  printedAt: string
  header: Readonly<{ agency: string; caseNumber: string }>
}>

/**
 * Lays one form out over the facts of a case: a neutral tree that screen, Word and PDF draw alike.
 * What the record does not hold is the empty string. Pure: the same facts give the same sheet.
 */
export function layOut(
  definition: FormDefinition,
  caseFacts: SheetFacts,
  { language, label }: { language: FormSheet['language']; label: LabelOfCode },
): FormSheet {
  const speech: Speech = { language, label, timeZone: caseFacts.timeZone }
  const moment = wordMoment(caseFacts.printedAt, language, caseFacts.timeZone)
  return {
    formId: definition.id,
    language,
    title: definition.title[language],
    standard: definition.standard[language],
    agency: wordValue(caseFacts.header.agency, undefined, speech),
    caseNumber: wordValue(caseFacts.header.caseNumber, undefined, speech),
    header: pairUp(definition.header, caseFacts, speech),
    sections: definition.sections.flatMap((section) => laySection(section, caseFacts, speech)),
    footer: {
      note: words.note[language],
      page: words.page[language],
      printed: fill(words.printed[language], { moment }),
    },
  }
}

/** What a path such as `plan.goals` leads to; null when any part of the way is not there. */
export function follow(path: string, from: unknown): unknown {
  return path.split('.').reduce<unknown>((here, step) => propertyOf(here, step) ?? null, from)
}

function propertyOf(owner: unknown, name: string): unknown {
  if (typeof owner !== 'object' || owner === null || !Object.hasOwn(owner, name)) return null
  return Object.entries(owner).find(([key]) => key === name)?.[1]
}

/** One sheet section, or one per item of a list; an empty list gives one blank section to fill by hand. */
function laySection(section: Section, caseFacts: SheetFacts, speech: Speech): SheetSection[] {
  const items = section.each === undefined ? [caseFacts] : listAt(section.each, caseFacts)
  return (items.length > 0 ? items : [null]).map((item, index) => ({
    key: section.key,
    title: fill(section.title[speech.language], { n: String(index + 1) }),
    newPage: section.newPage === true && index > 0,
    blocks: section.rows.map((row) => layRow(row, item, speech)),
  }))
}

function layRow(row: Row, item: unknown, speech: Speech): SheetBlock {
  if (row.kind === 'facts') return { kind: 'facts', rows: pairUp(row.fields, item, speech) }
  if (row.kind === 'table') return layTable(row, item, speech)
  return laySignatures(row, item, speech)
}

/** Two half facts share a row; a half fact left alone takes the whole row. */
function pairUp(fields: readonly Field[], item: unknown, speech: Speech): SheetFactRow[] {
  const rows: { halves: boolean; cells: SheetFact[] }[] = []
  for (const field of fields) {
    const cell = layFact(field, item, speech)
    const last = rows.at(-1)
    if (field.size === 'half' && last?.halves && last.cells.length === 1) last.cells.push(cell)
    else rows.push({ halves: field.size === 'half', cells: [cell] })
  }
  return rows.map(({ cells }) => cells)
}

function layFact({ key, label, from, as, size }: Field, item: unknown, speech: Speech): SheetFact {
  const value = wordValue(follow(from, item), as, speech)
  return { key, label: label[speech.language], value, tall: size === 'tall' }
}

function layTable({ key, label, from, columns }: TableRow, item: unknown, speech: Speech): SheetTable {
  const { language } = speech
  return {
    kind: 'table',
    key,
    label: label[language],
    columns: columns.map((column) => ({
      key: column.key,
      label: column.label[language],
      width: column.width,
    })),
    rows: listAt(from, item).map((each) =>
      columns.map((column) => wordValue(follow(column.from, each), column.as, speech)),
    ),
    none: words.noneRecorded[language],
  }
}

function laySignatures(
  { from, dateLabel, signers }: SignatureRow,
  item: unknown,
  speech: Speech,
): SheetBlock {
  const boxes = signers.map((signer) =>
    laySigner(signer, dateLabel, follow(`${from}.${signer.from}`, item), speech),
  )
  return { kind: 'signatures', boxes }
}

function laySigner(signer: Signer, dateLabel: Labels, signed: unknown, speech: Speech): SheetSignature {
  const part = (name: keyof Signature) =>
    wordValue(follow(name, signed), name === 'signedAt' ? 'moment' : undefined, speech)
  return {
    key: signer.key,
    label: signer.label[speech.language],
    signer: part('name'),
    way: [part('way'), part('note')].filter(Boolean).join(words.between[speech.language]),
    dateLabel: dateLabel[speech.language],
    date: part('signedAt'),
  }
}

function listAt(path: string, item: unknown): readonly unknown[] {
  const found = follow(path, item)
  return Array.isArray(found) ? found : []
}
