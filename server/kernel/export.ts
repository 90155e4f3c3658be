import { mostExportedRows } from '#contract/exports.ts'
import type { Language, Wording } from '#contract/language.ts'
import { Refusal } from './refusal.ts'

/** One column of a list that leaves: its heading, and what stands in it for a row. */
export type ExportColumn<Row> = Readonly<{ heading: Wording; cell: (row: Row) => string }>

type Page<Row> = Readonly<{ rows: readonly Row[]; next: string | null }>

const rowsAtOnce = 500

/**
 * All rows of a list, page by page.
 * @throws Refusal 409 when there are more than may leave in one file
 */
export async function allRows<Row>(
  pageAfter: (after: string | undefined, limit: number) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page: Page<Row> = await pageAfter(after, rowsAtOnce)
    rows.push(...page.rows)
    after = page.next
    if (rows.length > mostExportedRows || (rows.length === mostExportedRows && after !== null))
      throw new Refusal('export/too-many-rows', { most: mostExportedRows })
  }
  return rows
}

/** Headings and cells of a list in one language. */
export const sheetOf = <Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  language: Language,
) => ({
  headings: columns.map(({ heading }) => heading[language]),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
})

/** How a list is sent that is to be saved: never shown in place. */
export const exportHeaders = (name: string, contentType: string) => ({
  'content-type': contentType,
  'content-disposition': `attachment; filename="${name}"`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
})

export const yesOrNo = (value: boolean | null, language: Language): string =>
  value === null ? '' : words[value ? 'yes' : 'no'][language]

const words = {
  yes: { 'zh-CN': '是', en: 'Yes', ru: 'Да' },
  no: { 'zh-CN': '否', en: 'No', ru: 'Нет' },
} as const satisfies Record<string, Wording>
