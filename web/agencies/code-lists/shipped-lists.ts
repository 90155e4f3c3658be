import * as shipped from '#contract/codes/index.ts'
import type { CodeList } from '#contract/codes/index.ts'
import type { Wording } from '#contract/language.ts'

/** A list of the product as an administrator reads it: its codes in order, and whether an agency changes it. */
export type ShippedList = Readonly<{
  codes: readonly Readonly<{ code: string; words: Wording }>[]
  /** Null where the list is the product's alone. */
  changeable: CodeList<string> | null
}>

type AnyList = Readonly<{ labels: Readonly<Record<string, Wording>> }> &
  (Readonly<{ codes: readonly string[] }> | Readonly<{ levels: readonly number[] }>)

const isList = (value: unknown): value is AnyList =>
  typeof value === 'object' && value !== null && 'labels' in value

function read(list: AnyList): ShippedList {
  const order = 'codes' in list ? list.codes : list.levels.map(String)
  const codes = order.flatMap((code) => {
    const words = list.labels[code]
    return words ? [{ code, words }] : []
  })
  return { codes, changeable: 'agency' in list ? (list as unknown as CodeList<string>) : null }
}

/** Every closed list of the product, by its name. */
export const shippedLists: ReadonlyMap<string, ShippedList> = new Map(
  Object.entries(shipped).flatMap(([name, list]) => (isList(list) ? [[name, read(list)] as const] : [])),
)
