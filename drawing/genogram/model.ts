import {
  childKinds,
  type genders,
  personMarks,
  personStatuses,
  tieKinds,
  unionTypes,
} from '#contract/drawing-codes.ts'
import type { PartialDate } from '../partial-date.ts'

export const statuses = personStatuses
export type Status = (typeof statuses)[number]

export { childKinds, tieKinds, unionTypes }
export type UnionType = (typeof unionTypes)[number]
export type ChildKind = (typeof childKinds)[number]
export type TieKind = (typeof tieKinds)[number]

export const marks = personMarks
export type Mark = (typeof marks)[number]

export type Gender = (typeof genders)[number]

export type Person = Readonly<{
  id: string
  name: string
  /** Sex at birth. */
  sex: Gender
  /** How the person sees themself, where it differs. */
  identity: Gender | null
  pet: boolean
  birth: PartialDate | null
  /** Whether the birth is only an estimate. */
  birthAbout: boolean
  death: PartialDate | null
  cause: string
  index: boolean
  education: string
  occupation: string
  city: string
  income: string
  marks: readonly Mark[]
  status: Status
}>

/** A couple, or one parent whose partner is not known. */
export type Union = Readonly<{
  id: string
  partnerA: string
  partnerB: string | null
  type: UnionType
  start: PartialDate | null
  separation: PartialDate | null
  divorce: PartialDate | null
  reunion: PartialDate | null
  /** Whether they are separated, divorced or together again though nobody knows since when. */
  separated: boolean
  divorced: boolean
  reunited: boolean
  order: number | null
}>

export type ChildLink = Readonly<{
  union: string
  child: string
  kind: ChildKind
  order: number | null
  twinGroup: string | null
  twinIdentical: boolean
  adoptedOn: PartialDate | null
}>

export type Tie = Readonly<{
  a: string
  b: string
  kind: TieKind
  start: PartialDate | null
  end: PartialDate | null
}>

export type Household = Readonly<{ members: readonly string[]; label: string }>

/** A family as it is drawn: each entry complete, each name in it known. */
export type Genogram = Readonly<{
  persons: readonly Person[]
  unions: readonly Union[]
  childLinks: readonly ChildLink[]
  ties: readonly Tie[]
  households: readonly Household[]
}>

/** Orders names as people count: p2 before p10. The same on every machine, unlike the collation of a language. */
export function byId(a: string, b: string): number {
  if (a === b) return 0
  const digits = /(\d+)|(\D+)/gu
  const left = a.match(digits) ?? []
  const right = b.match(digits) ?? []
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = '', other = ''] = [left[index], right[index]]
    const apart = Number(one) - Number(other)
    if (!Number.isNaN(apart) && apart !== 0) return apart
    if (one !== other) return one < other ? -1 : 1
  }
  return left.length - right.length || (a < b ? -1 : 1)
}
