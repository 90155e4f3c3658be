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
import type { SheetBlock, SheetFact, SheetFactRow, SheetSignature, SheetTable } from '#contract/documents.ts'

/** Width between the margins of an A4 page with 18 mm at each side, in twentieths of a point. */
export const contentWidth = 9864

const labelShare = 17
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

/** One block of the sheet as a ruled Word table. */
export function wordTable(block: SheetBlock): Table {
  if (block.kind === 'facts') return factTable(block.rows)
  if (block.kind === 'table') return listTable(block)
  return signatureTable(block.boxes)
}

/** The two- or four-column grid of labels and values. */
export function factTable(rows: readonly SheetFactRow[]): Table {
  const value = 50 - labelShare
  return gridOf([labelShare, value, labelShare, value], rows.map(factRow))
}

function factRow(cells: SheetFactRow): TableRow {
  const [first, second] = cells
  const tall = cells.some((cell) => cell.tall && cell.value === '')
  return new TableRow({
    ...(tall ? { height: { value: writingSpace, rule: 'atLeast' } } : {}),
    children:
      first && second
        ? [...factCells(first, 50 - labelShare, 1), ...factCells(second, 50 - labelShare, 1)]
        : cells.flatMap((cell) => factCells(cell, 100 - labelShare, 3)),
  })
}

function factCells({ label, value }: SheetFact, width: number, columnSpan: number): TableCell[] {
  return [labelCell(label, labelShare), valueCell(value, width, columnSpan)]
}

/** A list: its name and the names of its columns repeat on every page it reaches. */
function listTable({ label, columns, rows, none }: SheetTable): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => (100 * width) / total)
  const name = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [labelCell(label, 100, columns.length)],
  })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => headCell(column.label, widths[at] ?? 0)),
  })
  const body = rows.map(
    (cells) =>
      new TableRow({ cantSplit: true, children: cells.map((cell, at) => valueCell(cell, widths[at] ?? 0)) }),
  )
  const nothing = new TableRow({ children: [cellOf(100, [quiet(none)], { columnSpan: columns.length })] })
  return gridOf(widths, [name, head, ...(body.length > 0 ? body : [nothing])])
}

function signatureTable(boxes: readonly SheetSignature[]): Table {
  const widths = [24, 40, 16, 20]
  return gridOf(widths, boxes.map(signatureRow))
}

function signatureRow({ label, signer, way, dateLabel, date }: SheetSignature): TableRow {
  const signature = [...linesOf(signer), ...(way === '' ? [] : [quiet(way)])]
  return new TableRow({
    cantSplit: true,
    height: { value: handSignature, rule: 'atLeast' },
    children: [labelCell(label, 24), cellOf(40, signature), labelCell(dateLabel, 16), valueCell(date, 20)],
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

function cellOf(share: number, children: Paragraph[], options: { columnSpan?: number; fill?: string } = {}) {
  const { columnSpan = 1, fill } = options
  return new TableCell({
    children,
    columnSpan,
    width: { size: twips(share), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  })
}

const labelCell = (label: string, share: number, columnSpan = 1) =>
  cellOf(share, linesOf(label), { columnSpan, fill: 'F2F2F2' })

const headCell = (label: string, share: number) =>
  cellOf(share, linesOf(label, { alignment: AlignmentType.CENTER }), { fill: 'F7F7F7' })

const valueCell = (value: string, share: number, columnSpan = 1) =>
  cellOf(share, linesOf(value), { columnSpan })

/** Text as paragraphs; nothing becomes a thin line to write on. */
function linesOf(text: string, options: IParagraphOptions = {}): Paragraph[] {
  if (text === '') return [new Paragraph({ border: writingLine })]
  return text.split('\n').map((part) => new Paragraph({ ...options, children: [new TextRun(part)] }))
}

const quiet = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, color: '595959', size: 16 })] })
