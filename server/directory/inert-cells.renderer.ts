import { inert } from '#server/platform/spreadsheets/index.ts'

/** A cell of a table that leaves: a text stays a text wherever it is opened, and a number a number. */
export const cellOf = (value: string | number | undefined): string => {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  return value.startsWith("'") ? `'${value}` : inert(value)
}

/** A cell as it was before it was made inert, so that what leaves and comes back is the same. */
export const live = (cell: string) => {
  const rest = cell.slice(1)
  return cell.startsWith("'") && (rest.startsWith("'") || inert(rest) === cell) ? rest : cell
}
