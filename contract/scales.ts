import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { alertDecision, informant, scaleWay } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { DataName, Instrument, InstrumentAnswers, ScoreResult } from '#contract/instruments.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { LongText } from '#contract/text.ts'

/** Every instrument there is, newest version of each, in the order in which they are offered; which the agency loaded. */
export const InstrumentList = z.object({
  instruments: z.array(Instrument),
  loaded: z.array(z.string()),
  abilities: z.object({ load: Ability }),
})
export type InstrumentList = z.infer<typeof InstrumentList>

/** Writes down the answers to a scale. They never change; the server scores them. */
export const RecordScale = z.strictObject({
  id: Id,
  instrument: DataName.meta({ maxLength: 40, minLength: 1 }),
  instrumentVersion: z.int().min(1).max(1_000_000),
  informant: informant.schema,
  way: scaleWay.schema,
  language: Language,
  answeredOn: Day,
  answers: InstrumentAnswers,
})
export type RecordScale = z.infer<typeof RecordScale>

/** Decides what the danger that the answers told of comes to, and what is done. */
export const DecideAlert = z.strictObject({ decision: alertDecision.schema, note: LongText })
export type DecideAlert = z.infer<typeof DecideAlert>

/** A score beside the one before it, of the same version of the instrument and the same informant. */
export const ScoreView = ScoreResult.extend({
  change: z.object({ by: z.number(), meaning: z.enum(['better', 'worse', 'none', 'unknown']) }).nullable(),
})
export type ScoreView = z.infer<typeof ScoreView>

export const ScaleView = z.object({
  id: Id,
  caseId: Id,
  instrument: z.string(),
  instrumentVersion: z.int(),
  informant: informant.schema,
  way: scaleWay.schema,
  language: Language,
  answeredOn: Day,
  answers: InstrumentAnswers,
  scores: z.array(ScoreView),
  emergencies: z.array(z.string()),
  remarks: z.array(z.string()),
  recordedBy: WorkerRef,
  recordedAt: z.iso.datetime(),
  /** Whether it was entered on a later day than it was filled in. */
  enteredLater: z.boolean(),
  decided: z
    .object({ decision: alertDecision.schema, note: z.string(), by: WorkerRef, at: z.iso.datetime() })
    .nullable(),
  /** What was answered and came out is not sent to whoever need not know it; the version is 0 then. */
  masked: z.boolean(),
  version: z.int(),
  abilities: z.object({ decide: Ability }),
})
export type ScaleView = z.infer<typeof ScaleView>

/** The scales answered in a case, newest first; `open` are those whose danger nobody has decided on, on whatever page. */
export const ScalePage = pageOf(ScaleView).extend({
  open: z.array(ScaleView),
  abilities: z.object({ record: Ability }),
})
export type ScalePage = z.infer<typeof ScalePage>

/** All of them, or the series of one instrument. */
export const ScaleQuery = PageQuery.extend({ instrument: DataName.optional() })
export type ScaleQuery = z.infer<typeof ScaleQuery>

/** What scales may say no with. */
export const scaleRefusals = {
  'scales/no-such-instrument': 'unfinished',
  'scales/strange-answers': 'unfinished',
  'scales/nothing-answered': 'unfinished',
  'scales/not-by-them': 'unfinished',
  'scales/not-in-this-language': 'unfinished',
  'scales/not-yet': 'unfinished',
  'scales/not-at-this-age': 'unfinished',
  'instruments/comes-along': 'not-now',
  'instruments/version-there': 'not-now',
  'instruments/too-many': 'not-now',
  'scales/nothing-to-decide': 'not-now',
  'scales/decided-already': 'not-now',
  'scales/undecided': 'not-now',
} as const
