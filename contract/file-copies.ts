import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  confirmationWay,
  confirmer,
  fileCopyState,
  filePart,
  handingOverWay,
  identityCheck,
  leavingOutGround,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine, DraftText, LongText, ShortText } from '#contract/text.ts'

/** Writes down that a client, or a guardian for them, asks for a copy of the client's own file. */
export const AskForFileCopy = z.strictObject({
  id: Id,
  askedBy: confirmer.schema,
  /** Which guardian asks; null where the client does. */
  guardianId: Id.nullable(),
  identityCheck: identityCheck.schema,
  identityNote: DraftLine(200),
  askedOn: Day,
  /** In which language they read. */
  language: Language,
  /** What they ask for, in their words. */
  wish: DraftText,
})
export type AskForFileCopy = z.infer<typeof AskForFileCopy>

const why = { ground: leavingOutGround.schema, reason: LongText }

/** A whole part that is left out, and why. The reason stays with the agency; the copy says only that something is left out. */
export const LeftOutPart = z.strictObject({ part: filePart.schema, ...why })
/** One interview, consent, process record or attachment that is left out, and why. */
export const LeftOutRecord = z.strictObject({ id: Id, ...why })

/** Decides on a request: what is left out of the copy, or that none is given. */
export const DecideFileCopy = z.strictObject({
  give: z.boolean(),
  parts: rowsOf(LeftOutPart, filePart.codes.length, 'part'),
  records: rowsOf(LeftOutRecord, 600),
  /** Why none is given; it is told to whoever asked. Empty where one is. */
  refusal: DraftText,
})
export type DecideFileCopy = z.infer<typeof DecideFileCopy>

/** The files of a copy: to read, to read and edit, for a program, and all of them with what is attached. */
export const CopyFormat = z.enum(['pdf', 'docx', 'json', 'zip'])
export type CopyFormat = z.infer<typeof CopyFormat>
export const CopyQuery = z.strictObject({ format: CopyFormat })

/** Writes down that the copy was handed over. */
export const HandOverFileCopy = z.strictObject({
  to: ShortText(200),
  on: Day,
  way: handingOverWay.schema,
  /** How the receiver confirms that they have it. */
  receipt: confirmationWay.schema,
  witness: DraftLine(200),
  formats: z.array(CopyFormat).min(1).max(CopyFormat.options.length),
  note: DraftText,
})
export type HandOverFileCopy = z.infer<typeof HandOverFileCopy>

/** What lies in a part of the file: nothing yet, or so many records, those that can be left out one by one with their day. */
export const PartThere = z.object({
  part: filePart.schema,
  count: z.int(),
  /** An attachment has a name; the others are told by their day. */
  records: z.array(z.object({ id: Id, on: Day, name: z.string() })),
})
export type PartThere = z.infer<typeof PartThere>

/** One request, how far it is, and what was decided. */
export const FileCopyView = z.object({
  id: Id,
  caseId: Id,
  state: fileCopyState.schema,
  askedBy: confirmer.schema,
  askerName: z.string(),
  identityCheck: identityCheck.schema,
  identityNote: z.string(),
  askedOn: Day,
  dueOn: Day,
  overdue: z.boolean(),
  language: Language,
  wish: z.string(),
  recordedBy: WorkerRef,
  recordedAt: Moment,
  decided: z
    .object({
      by: WorkerRef,
      at: Moment,
      parts: z.array(LeftOutPart),
      records: z.array(LeftOutRecord),
      refusal: z.string(),
    })
    .nullable(),
  /** How many parts are made, of how many. */
  done: z.int(),
  total: z.int(),
  produced: z.object({ by: WorkerRef, at: Moment, hash: z.string() }).nullable(),
  handed: z
    .object({
      by: WorkerRef,
      to: z.string(),
      on: Day,
      way: handingOverWay.schema,
      receipt: confirmationWay.schema,
      witness: z.string(),
      formats: z.array(CopyFormat),
      note: z.string(),
    })
    .nullable(),
  version: z.int(),
  abilities: z.object({ decide: Ability, produce: Ability, fetch: Ability, handOver: Ability }),
})
export type FileCopyView = z.infer<typeof FileCopyView>

/** The requests in a case, newest first; who may ask, and what lies in the file. */
export const FileCopyPage = pageOf(FileCopyView).extend({
  asking: z.object({
    client: z.string(),
    /** Whether the client may ask alone. */
    clientMay: z.boolean(),
    guardians: z.array(z.object({ id: Id, name: z.string() })),
    /** By when a request of today is to be answered. */
    dueOn: Day,
  }),
  parts: z.array(PartThere),
  abilities: z.object({ ask: Ability }),
})
export type FileCopyPage = z.infer<typeof FileCopyPage>
/** What lies in the file is counted only for whoever asks for it. */
export const FileCopyQuery = PageQuery.extend({ parts: z.literal('yes').optional() })
export type FileCopyQuery = z.infer<typeof FileCopyQuery>

/** What requests for a copy may say no with. */
export const fileCopyRefusals = {
  'file-copies/guardian-asks': 'unfinished',
  'file-copies/client-asks': 'unfinished',
  'file-copies/no-such-guardian': 'unfinished',
  'file-copies/not-yet': 'unfinished',
  'file-copies/before-it-was-asked': 'unfinished',
  'file-copies/nothing-left': 'unfinished',
  'file-copies/not-now': 'not-now',
  'file-copies/attachment-gone': 'not-now',
} as const
