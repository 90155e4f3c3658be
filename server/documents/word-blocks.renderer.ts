import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type {
  SheetBlock,
  SheetFact,
  SheetFactRow,
  SheetPicture,
  SheetSignature,
  SheetTable,
} from '#contract/documents.ts'

/** Width between the margins of an A4 page with 18 mm at each side, in twentieths of a point. */
export const contentWidth = 9864

const labelShare = 20
const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const ruled = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}
const writingLine = { bottom: { style: BorderStyle.SINGLE, size: 2, color: 'A6A6A6', space: 1 } }
const handSignature = 620
const writingSpace = 640

/** One block of the sheet as a ruled Word table. What is said to those who sign stays with the place to sign. */
export function wordTable(block: Exclude<SheetBlock, SheetPicture>, next?: SheetBlock): Table {
  if (block.kind === 'facts') return factTable(block.rows, next?.kind === 'signatures' ? together : {})
  if (block.kind === 'table') return listTable(block)
  return signatureTable(block.boxes)
}

/** The two- or four-column grid of labels and values. */
export function factTable(rows: readonly SheetFactRow[], flow: Flow = {}): Table {
  const value = 50 - labelShare
  return gridOf(
    [labelShare, value, labelShare, value],
    rows.map((row) => factRow(row, flow)),
  )
}

function factRow(cells: SheetFactRow, flow: Flow): TableRow {
  const [first, second] = cells
  const tall = cells.some((cell) => cell.tall && cell.value === '')
  return new TableRow({
    cantSplit: staysWhole(cells.map(({ value }) => value)),
    ...(tall ? { height: { value: writingSpace, rule: 'atLeast' } } : {}),
    children:
      first && second
        ? [...factCells(first, 50 - labelShare, flow), ...factCells(second, 50 - labelShare, flow)]
        : cells.flatMap((cell) => factCells(cell, 100 - labelShare, { ...flow, columnSpan: 3 })),
  })
}

function factCells({ label, value }: SheetFact, width: number, { columnSpan = 1, ...flow }: Flow & Span) {
  return [labelCell(label, labelShare, flow), cellOf(width, linesOf(value), { columnSpan })]
}

/** A list: its name and the names of its columns repeat on every page it reaches. */
function listTable({ label, columns, rows, none }: SheetTable): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => (100 * width) / total)
  const name = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [labelCell(label, 100, { ...together, columnSpan: columns.length })],
  })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => headCell(column.label, widths[at] ?? 0)),
  })
  const body = rows.map(
    (cells) =>
      new TableRow({
        cantSplit: staysWhole(cells),
        children: cells.map((cell, at) => cellOf(widths[at] ?? 0, linesOf(cell))),
      }),
  )
  const nothing = new TableRow({ children: [cellOf(100, [quiet(none)], { columnSpan: columns.length })] })
  return gridOf(widths, [name, head, ...(body.length > 0 ? body : [nothing])])
}

function signatureTable(boxes: readonly SheetSignature[]): Table {
  const widths = [22, 38, 15, 25]
  return gridOf(widths, boxes.map(signatureRow))
}

function signatureRow({ label, signer, way, dateLabel, date }: SheetSignature): TableRow {
  const signature = [...linesOf(signer, together), ...(way === '' ? [] : [quiet(way)])]
  return new TableRow({
    cantSplit: true,
    height: { value: handSignature, rule: 'atLeast' },
    children: [
      labelCell(label, 22, together),
      cellOf(38, signature),
      labelCell(dateLabel, 15, together),
      cellOf(25, linesOf(date)),
    ],
  })
}

function gridOf(shares: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: shares.map(twips),
    borders: ruled,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
  })
}

const twips = (share: number) => Math.round((contentWidth * share) / 100)

type Span = { readonly columnSpan?: number }
type Flow = Pick<IParagraphOptions, 'keepNext'>

/** Keeps a row on the page of the row after it. */
const together: Flow = { keepNext: true }

function cellOf(share: number, children: Paragraph[], options: Span & { readonly fill?: string } = {}) {
  const { columnSpan = 1, fill } = options
  return new TableCell({
    children,
    columnSpan,
    width: { size: twips(share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  })
}

const labelCell = (label: string, share: number, { columnSpan = 1, ...flow }: Flow & Span) =>
  cellOf(share, linesOf(label, flow), { columnSpan, fill: 'F2F2F2' })

const headCell = (label: string, share: number) =>
  cellOf(share, linesOf(label, { ...together, alignment: AlignmentType.CENTER }), { fill: 'F7F7F7' })

/** A short row is not divided between two pages; one that might be longer than a page must be. */
const staysWhole = (texts: readonly string[]) =>
  texts.every((text) => text.length + 20 * (text.split('\n').length - 1) <= 250)

/** Text as paragraphs; nothing becomes a thin line to write on. */
function linesOf(text: string, options: IParagraphOptions = {}): Paragraph[] {
  if (text === '') return [new Paragraph({ ...options, border: writingLine })]
  return text.split('\n').map((part) => new Paragraph({ ...options, children: [new TextRun(part)] }))
}

const quiet = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, color: '595959', size: 16 })] })
