import { type Choice, NodeName } from '#contract/questionnaires/index.ts'
import { checkLanguages } from './languages.ts'
import type { Remarks } from './remarks.ts'
import { cellOf, rowsOf, type SheetRow, type SheetTexts, textsOf } from './sheet-rows.ts'

const choiceColumns = new Set(['list_name', 'name', 'label', 'media'])
const longestName = 200
const longestColumn = 2000

/** The lists of a sheet of choices; every other column is kept for filters. */
export function readChoices(
  sheet: SheetTexts,
  defaultLanguage: string,
  remarks: Remarks,
  mayRepeat: boolean,
): Map<string, Choice[]> {
  const lists = new Map<string, Choice[]>()
  const rows = rowsOf(sheet, remarks, 'list_name')
  checkLanguages(rows, { sheet: sheet.name, defaultLanguage, remarks })
  for (const row of rows) {
    const [list, name] = [cellOf(row, 'list_name'), cellOf(row, 'name')]
    const said = row.cells.map(({ text }) => text).join(' | ')
    if (list === '') remarks.add(sheet.name, row.row, 'list_name', 'choice-without-list', said)
    else if (name === '') remarks.add(sheet.name, row.row, 'name', 'choice-without-name', said)
    else {
      const known = lists.get(list) ?? []
      if (!mayRepeat && known.some((one) => one.name === name))
        remarks.add(sheet.name, row.row, 'name', 'choice-twice', `${list}: ${name}`)
      lists.set(list, [...known, choiceOf(sheet.name, row, defaultLanguage, remarks)])
    }
  }
  return lists
}

function choiceOf(sheet: string, row: SheetRow, defaultLanguage: string, remarks: Remarks): Choice {
  const name = cellOf(row, 'name')
  const label = textsOf(row, 'label', defaultLanguage)
  const media = mediaOf(row, defaultLanguage)
  if (media) remarks.add(sheet, row.row, 'media', 'media-missing', filesIn(media))
  if (name.length > longestName) remarks.add(sheet, row.row, 'name', 'text-cut', name)
  if (/\s/u.test(name)) remarks.add(sheet, row.row, 'name', 'choice-name-spaced', name)
  if (!label && !media) remarks.add(sheet, row.row, 'label', 'label-missing', name)
  const others = row.cells.filter(({ heading }) => !choiceColumns.has(heading.column))
  const columns = Object.fromEntries(
    others.map(({ heading, text }) => {
      const column =
        heading.language === 'default' ? heading.column : `${heading.column}::${heading.language}`
      if (text.length > longestColumn) remarks.add(sheet, row.row, column, 'text-cut', text)
      return [column, text.slice(0, longestColumn)]
    }),
  )
  return {
    name: name.slice(0, longestName),
    ...(label && { label }),
    ...(media && { media }),
    ...(others.length > 0 && { columns }),
  }
}

/** The files that a row names, by their kinds and languages. */
export function mediaOf(row: SheetRow, defaultLanguage: string) {
  const kinds = new Set(
    row.cells.filter(({ heading }) => heading.column === 'media').map(({ heading }) => heading.kind),
  )
  const media: Record<string, Record<string, string>> = {}
  for (const kind of kinds) {
    const texts = textsOf(row, 'media', defaultLanguage, kind)
    if (texts) media[kind] = texts
  }
  return Object.keys(media).length > 0 ? media : undefined
}

export const filesIn = (media: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  [...new Set(Object.values(media).flatMap((texts) => Object.values(texts)))].join(', ')

/** Lists by names that a questionnaire can keep: what is none in a name becomes a line. */
export const listName = (name: string) => {
  const plain = name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_').slice(0, 90)
  return NodeName.safeParse(plain).success ? plain : `list_${plain}`
}
