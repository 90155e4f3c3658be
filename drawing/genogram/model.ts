import type { PartialDate } from '../partial-date.ts'

export const statuses = ['living', 'deceased', 'stillborn', 'miscarriage', 'abortion', 'pregnancy'] as const
export type Status = (typeof statuses)[number]

export const unionTypes = [
  'marriage',
  'cohabitation',
  'committed',
  'affair',
  'secret-affair',
  'other',
] as const
export type UnionType = (typeof unionTypes)[number]

/** In the order in which a child belongs: a child of two couples hangs from the first, and is tied to the second. */
export const childKinds = ['biological', 'adopted', 'foster', 'step'] as const
export type ChildKind = (typeof childKinds)[number]

export const tieKinds = [
  'close',
  'fused',
  'distant',
  'conflict',
  'close-hostile',
  'fused-hostile',
  'cut-off',
  'cut-off-repaired',
  'focused-on',
  'caretaker',
  'physical-abuse',
  'emotional-abuse',
  'sexual-abuse',
  'spiritual',
] as const
export type TieKind = (typeof tieKinds)[number]

/** What is marked on a symbol: misuse below, illness at the left, letters at the corner, a wave above. */
export const marks = [
  'misuse',
  'misuse-suspected',
  'misuse-in-recovery',
  'illness',
  'illness-in-remission',
  'smoker',
  'obesity',
  'language-problem',
  'immigration',
  'secret',
] as const
export type Mark = (typeof marks)[number]

export type Gender = 'male' | 'female' | 'unknown'

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
