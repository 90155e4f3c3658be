import { z } from 'zod'
import { rowsOf } from '#contract/rows.ts'
import { Ability, WorkerRef } from '#contract/access.ts'
import { clientGroup, outlineUse, withOwn } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { pageOf } from '#contract/page.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** A wording in every language of the product; a language in which nothing was written is empty. */
const LineIn = (max: number) =>
  z.strictObject({ 'zh-CN': DraftLine(max), en: DraftLine(max), ru: DraftLine(max) })
const TextIn = z.strictObject({ 'zh-CN': DraftText, en: DraftText, ru: DraftText })

/** One question of an outline, in its languages. */
export const OutlineQuestion = z.strictObject({ id: Id, words: LineIn(500) })
export type OutlineQuestion = z.infer<typeof OutlineQuestion>

/** The outline of an interview as it is written: what it is for, for whom, and its questions in order. */
export const OutlineSheet = z.strictObject({
  title: LineIn(200),
  purpose: TextIn,
  use: outlineUse.schema,
  /** For which kinds of client; none means any. */
  clientGroups: z.array(withOwn(clientGroup)).max(60),
  questions: rowsOf(OutlineQuestion, 60, 'id', 1),
})
export type OutlineSheet = z.infer<typeof OutlineSheet>

/** Adds an outline; its id is made by whoever writes it. */
export const AddOutline = z.strictObject({ id: Id, sheet: OutlineSheet })
export type AddOutline = z.infer<typeof AddOutline>

/** Takes an outline out of use, or back into it. */
export const RetireOutline = z.strictObject({ retired: z.boolean() })
export type RetireOutline = z.infer<typeof RetireOutline>

/** The languages in which a sheet says everything: its title and each question. */
export const languagesOf = ({ title, questions }: OutlineSheet): Language[] =>
  Language.options.filter((language) =>
    [title, ...questions.map(({ words }) => words)].every((words) => words[language].trim() !== ''),
  )

/** An outline as its reader sees it: the newest version. Older ones stay with the records that used them. */
export const OutlineView = z.object({
  id: Id,
  sheet: OutlineSheet,
  edition: z.int(),
  /** Null where it came with the product. */
  writtenBy: WorkerRef.nullable(),
  writtenAt: Moment,
  retired: z.boolean(),
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type OutlineView = z.infer<typeof OutlineView>

export const OutlinePage = pageOf(OutlineView).extend({ abilities: z.object({ add: Ability }) })
export type OutlinePage = z.infer<typeof OutlinePage>

/** What the outlines may say no with. */
export const outlineRefusals = {
  'outlines/no-language-whole': 'unfinished',
} as const
