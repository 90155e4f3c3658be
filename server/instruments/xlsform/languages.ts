import type { Remarks } from './remarks.ts'
import type { Cell, SheetRow } from './sheet-rows.ts'

const translated = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message']

type Place = Readonly<{ sheet: string; defaultLanguage: string; remarks: Remarks }>

/**
 * What a sheet says twice in one language (`label` beside `label::English` where English is the default), and what it says in
 * some of its languages only.
 */
export function checkLanguages(rows: readonly SheetRow[], place: Place) {
  for (const row of rows) sayTwice(row, place)
  for (const column of translated) sayMissing(rows, column, place)
}

const languageOf = ({ heading }: Cell, { defaultLanguage }: Place) =>
  heading.language === 'default' ? defaultLanguage : heading.language

function sayTwice({ row, cells }: SheetRow, place: Place) {
  const first = new Map<string, string>()
  for (const cell of cells) {
    const { column, kind } = cell.heading
    if (!translated.includes(column) && column !== 'media') continue
    const key = `${column} ${kind} ${languageOf(cell, place)}`
    const known = first.get(key)
    if (known === undefined) first.set(key, cell.text)
    else if (known !== cell.text) place.remarks.add(place.sheet, row, column, 'words-twice', cell.text)
  }
}

function sayMissing(rows: readonly SheetRow[], column: string, place: Place) {
  const said = rows.flatMap(({ row, cells }) => {
    const here = cells.filter(({ heading }) => heading.column === column)
    return here.length > 0 ? [{ row, languages: new Set(here.map((cell) => languageOf(cell, place))) }] : []
  })
  for (const language of new Set(said.flatMap(({ languages }) => [...languages]))) {
    const without = said.flatMap(({ row, languages }) => (languages.has(language) ? [] : [row]))
    const [row] = without
    if (row !== undefined)
      place.remarks.add(place.sheet, row, column, 'words-missing', `${language}: ${without.join(', ')}`)
  }
}
