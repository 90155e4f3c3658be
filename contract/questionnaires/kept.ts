import { z } from 'zod'
import { Ability, WorkerRef } from '../access.ts'
import { Moment } from '../dates.ts'
import { Id } from '../ids.ts'
import { PageQuery, pageOf } from '../page.ts'
import { ShortText } from '../text.ts'
import { Questionnaire } from './questionnaire.ts'
import { ImportRemark } from './report.ts'

/** Begins a questionnaire of the agency's own, or carries one over; its id is made by whoever writes it. */
export const AddQuestionnaire = z.strictObject({ id: Id, sheet: Questionnaire })
export type AddQuestionnaire = z.infer<typeof AddQuestionnaire>

/** Takes a questionnaire out of use, or back into it. */
export const RetireQuestionnaire = z.strictObject({ retired: z.boolean() })

/** What is said of a workbook that is brought in. */
export const QuestionnaireFile = z.strictObject({ id: Id, name: ShortText(400) })
export type QuestionnaireFile = z.infer<typeof QuestionnaireFile>

export const QuestionnaireLine = z.object({
  id: Id,
  title: z.string(),
  /** The newest version that was published; 0 while there is none. */
  published: z.int(),
  /** Whether something was written that no published version says. */
  unpublished: z.boolean(),
  retired: z.boolean(),
  createdAt: Moment,
  version: z.int(),
})
export type QuestionnaireLine = z.infer<typeof QuestionnaireLine>

/** All of them, or those that can be answered now. */
export const QuestionnaireQuery = PageQuery.extend({ show: z.enum(['all', 'in-use']).default('all') })
export type QuestionnaireQuery = z.infer<typeof QuestionnaireQuery>

export const QuestionnairePage = pageOf(QuestionnaireLine).extend({
  abilities: z.object({ add: Ability }),
})
export type QuestionnairePage = z.infer<typeof QuestionnairePage>

/** One published version, by whom and when. */
export const QuestionnaireEdition = z.object({ number: z.int(), by: WorkerRef, at: Moment })
export type QuestionnaireEdition = z.infer<typeof QuestionnaireEdition>

/** How a form made elsewhere came in: of its rows so many were taken, and everything that had to be said. */
export const ImportReport = z.object({
  fileName: z.string(),
  rows: z.int(),
  taken: z.int(),
  remarks: z.array(ImportRemark),
})
export type ImportReport = z.infer<typeof ImportReport>

/** A questionnaire as it is written now, and the versions that were published. */
export const QuestionnaireView = QuestionnaireLine.extend({
  sheet: Questionnaire,
  report: ImportReport.nullable(),
  editions: z.array(QuestionnaireEdition),
  abilities: z.object({ change: Ability, publish: Ability, export: Ability }),
})
export type QuestionnaireView = z.infer<typeof QuestionnaireView>

/** One published version as it is answered. It never changes. */
export const PublishedQuestionnaire = z.object({
  id: Id,
  number: z.int(),
  sheet: Questionnaire,
  /** Whether this is what is answered now. */
  current: z.boolean(),
})
export type PublishedQuestionnaire = z.infer<typeof PublishedQuestionnaire>
