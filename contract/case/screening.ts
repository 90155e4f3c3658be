import { z } from 'zod'
import { Ability } from '#contract/access.ts'
import { riskLevel, serviceField, withOwn } from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine } from '#contract/text.ts'

const Rank = z.int().min(1).max(20).nullable()

/** One problem, ranked by the client and by the worker side by side, with how hard it is. */
export const InquiryProblem = z.strictObject({
  id: Id,
  what: DraftLine(400),
  level: riskLevel.schema.nullable(),
  /** 1 is simple, 3 is hard. */
  difficulty: z.int().min(1).max(3).nullable(),
  clientRank: Rank,
  workerRank: Rank,
  /** Whether somebody's life or safety is in it. */
  danger: z.boolean(),
})
export type InquiryProblem = z.infer<typeof InquiryProblem>

/** What screening is asked with: where somebody lives (GB/T 2260), what they come for, and their problems. */
export const ScreeningSheet = z.strictObject({
  residenceCode: z.union([z.literal(''), z.string().regex(/^[1-9]\d{5}$/u)]),
  wantedFields: z.array(withOwn(serviceField)).max(20),
  problems: rowsOf(InquiryProblem, 20),
})
export type ScreeningSheet = z.infer<typeof ScreeningSheet>

/** What was compared. */
export const ScreeningKind = z.enum(['fields', 'age', 'area', 'places', 'list', 'load', 'competence'])
export type ScreeningKind = z.infer<typeof ScreeningKind>

/** One thing that was compared, how it came out, and the numbers it rests on. */
export const ScreeningFlag = z.object({
  kind: ScreeningKind,
  verdict: z.enum(['fits', 'misses', 'unknown', 'with-supervision']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ScreeningFlag = z.infer<typeof ScreeningFlag>

/** A first contact compared with the agency and each of its sites. */
export const ScreeningView = z.object({
  sheet: ScreeningSheet,
  residence: z
    .object({ names: z.array(z.string()), abolishedOn: z.string().nullable(), now: z.array(z.string()) })
    .nullable(),
  /** The ids of the problems in the order in which they may be worked on: danger first, then what is simple. */
  order: z.array(Id),
  /** The agency as a whole first, then each site. */
  places: z.array(
    z.object({
      siteId: Id.nullable(),
      names: z.record(z.string(), z.string()),
      flags: z.array(ScreeningFlag),
    }),
  ),
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type ScreeningView = z.infer<typeof ScreeningView>
