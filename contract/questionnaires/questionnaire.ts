import { z } from 'zod'

/**
 * How questions and lists are called inside a questionnaire: what XML allows for a name, without a colon. Answers are
 * looked up by it, so that it must not be what every object has anyway (`constructor`).
 */
export const NodeName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u)
  .refine((name) => !isTaken(name), { message: 'invalid-format' })

/** Whether every object has something of this name. */
export const isTaken = (name: string) => name in Object.prototype

const Text = z.string().max(8000)

/**
 * One text in every language of the questionnaire: `zh`, `English (en)`, or whatever its author calls a language. What
 * stands under `default` is of no language in particular.
 */
export const Texts = z.record(z.string().min(1).max(100), Text)
export type Texts = z.infer<typeof Texts>

/** An XPath expression as XLSForm writes it, `${age} >= 18`. Every one is read by `parseExpression` before it is kept. */
const Expression = z.string().min(1).max(8000)

/** The kinds of question that can be answered here. */
export const questionTypes = [
  'text',
  'integer',
  'decimal',
  'range',
  'date',
  'time',
  'date-time',
  'select-one',
  'select-multiple',
  'rank',
  'acknowledge',
  'note',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'username',
] as const
export const QuestionType = z.enum(questionTypes)
export type QuestionType = z.infer<typeof QuestionType>

/** What a question shows beside its words, by kind and language: the name of a file, never the file. */
const Media = z.record(z.string().max(40), Texts)

const shown = {
  name: NodeName,
  label: Texts.optional(),
  hint: Texts.optional(),
  media: Media.optional(),
  relevant: Expression.optional(),
  appearance: Text.optional(),
}

export const Question = z.strictObject({
  kind: z.literal('question'),
  type: QuestionType,
  ...shown,
  guidance: Texts.optional(),
  required: z.union([z.literal(true), Expression]).optional(),
  requiredMessage: Texts.optional(),
  constraint: Expression.optional(),
  constraintMessage: Texts.optional(),
  calculation: Expression.optional(),
  /** A value, or an expression that is asked once, when the questionnaire is begun. */
  initial: z.union([z.strictObject({ value: Text }), z.strictObject({ expression: Expression })]).optional(),
  readOnly: z.union([z.literal(true), Expression]).optional(),
  /** The calculation is asked anew only when one of these changes. */
  triggers: z.array(NodeName).max(20).optional(),
  list: NodeName.optional(),
  choiceFilter: Expression.optional(),
  randomized: z.union([z.literal(true), z.number()]).optional(),
  /** Of a `range`: where it begins, ends, and by what it moves. */
  range: z.strictObject({ start: z.number(), end: z.number(), step: z.number().positive() }).optional(),
  /** Of a text: how many lines it begins with. */
  rows: z.int().min(1).max(100).optional(),
  /** What the answer counts: own columns of this program in XLSForm. */
  score: z.strictObject({ reverse: z.boolean(), subscale: z.string().max(100) }).optional(),
})
export type Question = z.infer<typeof Question>

export type Group = {
  kind: 'group'
  name: string
  label?: Texts | undefined
  hint?: Texts | undefined
  media?: Record<string, Texts> | undefined
  relevant?: string | undefined
  appearance?: string | undefined
  nodes: QuestionnaireNode[]
}
export type Repeat = Omit<Group, 'kind'> & {
  kind: 'repeat'
  /** How many times, where it is not for the reader to say. */
  count?: string | undefined
}
export type QuestionnaireNode = Question | Group | Repeat

const Nodes: z.ZodType<QuestionnaireNode[]> = z.lazy(() => z.array(QuestionnaireNode).max(3000))
export const QuestionnaireNode: z.ZodType<QuestionnaireNode> = z.lazy(() =>
  z.union([
    Question,
    z.strictObject({ kind: z.literal('group'), ...shown, nodes: Nodes }),
    z.strictObject({ kind: z.literal('repeat'), ...shown, count: Expression.optional(), nodes: Nodes }),
  ]),
)

/** One choice of a list; `columns` is what else stands in its row, for filters. */
export const Choice = z.strictObject({
  name: z.string().min(1).max(200),
  label: Texts.optional(),
  media: Media.optional(),
  columns: z.record(z.string().max(100), z.string().max(2000)).optional(),
})
export type Choice = z.infer<typeof Choice>

/** A questionnaire whole: what it asks, in which order, under which conditions, in which languages. */
export const Questionnaire = z.strictObject({
  title: z.string().max(400),
  formId: z.string().max(200).optional(),
  formVersion: z.string().max(100).optional(),
  languages: z.array(z.string().min(1).max(100)).min(1).max(40),
  defaultLanguage: z.string().min(1).max(100),
  /** Settings of XLSForm that change nothing here, kept for its export. */
  settings: z.record(z.string().max(100), z.string().max(4000)).optional(),
  lists: z.record(NodeName, z.array(Choice).max(5000)),
  nodes: z.array(QuestionnaireNode).max(3000),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** One answer as it is kept: words, a number, ticked names, or the rounds of a repeat. */
export type AnswerValue = string | number | readonly string[] | readonly Answers[]
/** The answers of one place: of the whole, or of one round of a repeat. Groups do not nest them. */
export type Answers = { readonly [name: string]: AnswerValue }

const AnswerValue: z.ZodType<AnswerValue> = z.lazy(() =>
  z.union([
    z.string().max(20_000),
    z.number(),
    z.array(z.string().max(400)).max(1000),
    z.array(Answers).max(500),
  ]),
)
export const Answers: z.ZodType<Answers> = z.lazy(() => z.record(z.string().max(110), AnswerValue))

/** The text in a language, or in the questionnaire's own, or in any that there is. */
export function textIn(texts: Texts | undefined, language: string, fallback: string): string {
  if (!texts) return ''
  return texts[language] ?? texts[fallback] ?? texts['default'] ?? Object.values(texts)[0] ?? ''
}

/** Every question, group and repeat, in the order in which they stand. */
export function everyNode(nodes: readonly QuestionnaireNode[]): QuestionnaireNode[] {
  return nodes.flatMap((node) => (node.kind === 'question' ? [node] : [node, ...everyNode(node.nodes)]))
}
