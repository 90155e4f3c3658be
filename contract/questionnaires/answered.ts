import { z } from 'zod'
import { Ability, WorkerRef } from '../access.ts'
import { scaleWay } from '../codes/index.ts'
import { Day, Moment } from '../dates.ts'
import { ExportFormat } from '../exports.ts'
import { Id } from '../ids.ts'
import { Language } from '../language.ts'
import { PageQuery, pageOf } from '../page.ts'
import { Answers, Questionnaire } from './questionnaire.ts'

/** The answers as they travel: what `Answers` is, with its outermost floor written out, so that whoever reads the API sees it. */
export const GivenAnswers = z.record(
  z.string().max(110),
  z.union([
    z.string().max(20_000),
    z.number(),
    z.array(z.string().max(400)).max(1000).readonly(),
    z.array(Answers).max(500).readonly(),
  ]),
)

/** Writes down what was answered to a published version. It never changes; what was wrong is answered anew. */
export const AnswerQuestionnaire = z.strictObject({
  id: Id,
  questionnaireId: Id,
  questionnaireVersion: z.int().min(1).max(1_000_000),
  way: scaleWay.schema,
  language: Language,
  answeredOn: Day,
  answers: GivenAnswers,
})
export type AnswerQuestionnaire = z.infer<typeof AnswerQuestionnaire>

const head = {
  id: Id,
  caseId: Id,
  questionnaireId: Id,
  questionnaireVersion: z.int(),
  title: z.string(),
  way: scaleWay.schema,
  language: Language,
  answeredOn: Day,
  recordedBy: WorkerRef,
  recordedAt: Moment,
  /** Whether it was entered on a later day than it was filled in. */
  enteredLater: z.boolean(),
}

export const AnsweredLine = z.object(head)
export type AnsweredLine = z.infer<typeof AnsweredLine>

/** The questionnaires answered in a case, newest first. */
export const AnsweredPage = pageOf(AnsweredLine).extend({ abilities: z.object({ record: Ability }) })
export type AnsweredPage = z.infer<typeof AnsweredPage>

/** What was answered, with the version that asked it. */
export const AnsweredView = z.object({
  ...head,
  sheet: Questionnaire,
  answers: Answers,
  /** What was answered is sensitive, and not for this reader: it is not sent. */
  masked: z.boolean(),
})
export type AnsweredView = z.infer<typeof AnsweredView>

export const AnsweredQuery = PageQuery
export type AnsweredQuery = z.infer<typeof AnsweredQuery>

/** What the results are looked at by: the groups of one question beside the answers to all others. */
export const ResultsQuery = z.strictObject({ by: z.string().max(120).optional(), language: Language })
export type ResultsQuery = z.infer<typeof ResultsQuery>

/** The answers of all versions as a file. */
export const AnswersExportQuery = z.strictObject({ format: ExportFormat, language: Language })
export type AnswersExportQuery = z.infer<typeof AnswersExportQuery>

/** Which version leaves as an XLSForm; 0 is what is being written. */
export const FormExportQuery = z.strictObject({ number: z.coerce.number().int().min(0).default(0) })

const Count = z.object({ code: z.string(), label: z.string(), count: z.int() })

/** What the numbers among the answers come to; the deviation is that of a sample. */
const Numbers = z.object({
  count: z.int(),
  mean: z.number(),
  deviation: z.number().nullable(),
  least: z.number(),
  median: z.number(),
  most: z.number(),
})

/** One question over all versions. */
export const QuestionResult = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  versions: z.array(z.int()),
  /** How many were asked it, and how many answered; rounds of a repeat count one by one. */
  asked: z.int(),
  answered: z.int(),
  counts: z.array(Count),
  numbers: Numbers.nullable(),
  /** Beside the groups of another question: how many of each group gave each answer, in the order of the groups. */
  crossed: z.array(Count.extend({ each: z.array(z.int()) })),
  /** The mean of the numbers in each group. */
  means: z.array(z.number().nullable()),
})
export type QuestionResult = z.infer<typeof QuestionResult>

export const QuestionnaireResults = z.object({
  title: z.string(),
  answers: z.int(),
  cases: z.int(),
  /** How many more answers there are in sight whose content this reader need not know: they are not counted. */
  withheld: z.int(),
  versions: z.array(z.object({ number: z.int(), answers: z.int() })),
  /** Of the groups: how they are called, and how many are in each. */
  by: z.object({ name: z.string(), label: z.string(), groups: z.array(Count) }).nullable(),
  /** What may be looked at by: questions with choices that are asked once. */
  groupable: z.array(z.object({ name: z.string(), label: z.string() })),
  questions: z.array(QuestionResult),
})
export type QuestionnaireResults = z.infer<typeof QuestionnaireResults>

/** What questionnaires may say no with. */
export const questionnaireRefusals = {
  'questionnaires/untitled': 'unfinished',
  'questionnaires/not-ready': 'unfinished',
  'questionnaires/nothing-new': 'not-now',
  'questionnaires/retired': 'not-now',
  'questionnaires/no-such-version': 'unfinished',
  'questionnaires/not-yet': 'unfinished',
  'questionnaires/nothing-answered': 'unfinished',
  'questionnaires/strange-answers': 'unfinished',
  'questionnaires/wrong-answers': 'unfinished',
  'questionnaires/no-such-group': 'unfinished',
  'questionnaires/file-empty': 'unfinished',
  'questionnaires/file-too-large': 'too-large',
  'questionnaires/file-unreadable': 'unfinished',
  'questionnaires/no-survey': 'unfinished',
  'questionnaires/no-questions': 'unfinished',
  'questionnaires/too-much': 'unfinished',
} as const
