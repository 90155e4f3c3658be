import { linkFlows, linkStrengths, systemDomains } from '#contract/drawing-codes.ts'
import type { PartialDate } from '../partial-date.ts'

export const domains = systemDomains
export type Domain = (typeof domains)[number]

/** The domains whose help is paid for or laid down: the others are informal. */
export const formalDomains: ReadonlySet<Domain> = new Set([
  'work',
  'school',
  'health',
  'services',
  'justice',
  'finance',
  'housing',
])

export const strengths = linkStrengths
export type Strength = (typeof strengths)[number]

export const flows = linkFlows
export type Flow = (typeof flows)[number]

/** Something or somebody around the client: a school, an aunt, a clinic. */
export type System = Readonly<{ id: string; name: string; domain: Domain; distance: number | null }>

export type Link = Readonly<{
  system: string
  /** Whose link it is; null for the client or the household as a whole. */
  member: string | null
  strength: Strength
  /** 0 none, 3 very stressful. */
  stress: number
  flow: Flow
  since: PartialDate | null
  note: string
}>

export type Member = Readonly<{
  id: string
  name: string
  sex: 'male' | 'female' | 'unknown'
  index: boolean
}>

/** An ecomap as it is drawn: each name in it known. */
export type Ecomap = Readonly<{
  centre: Readonly<{ id: string; name: string; members: readonly Member[] }>
  systems: readonly System[]
  links: readonly Link[]
}>
