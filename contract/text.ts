import { z } from 'zod'

/**
 * Why a text is refused; the issue's message is one of these, and the screen has a sentence for each.
 * Nothing is ever trimmed or normalised: what people wrote is kept bit for bit.
 */
export const textProblems = [
  'text/nul',
  'text/control-character',
  'text/lone-surrogate',
  'text/blank',
  'text/too-long',
  'text/too-short',
] as const
export type TextProblem = (typeof textProblems)[number]

/** What a kind of text allows. `max` counts code points, as PostgreSQL and people do, not UTF-16 units. */
export type TextRule = { readonly max: number; readonly lines: 'one' | 'many'; readonly blank: boolean }

// PostgreSQL cannot store U+0000 and no encoding can carry half of a pair; other controls only hide in text.
const controlIn = { one: /\p{Cc}/u, many: /(?![\n\t])\p{Cc}/u } as const
const loneSurrogate = /\p{Surrogate}/u
const somethingToRead = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u

/** The first thing wrong with a text under a rule, or null. */
export function textProblem(text: string, rule: TextRule): TextProblem | null {
  if (text.includes('\0')) return 'text/nul'
  if (loneSurrogate.test(text)) return 'text/lone-surrogate'
  if (controlIn[rule.lines].test(text)) return 'text/control-character'
  if (!rule.blank && !somethingToRead.test(text)) return 'text/blank'
  return isLonger(text, rule.max) ? 'text/too-long' : null
}

/** A name as its bearer writes it: any script, any spaces, one line, up to 200 code points. */
export const PersonName = textOf({ max: 200, lines: 'one', blank: false })

/** One line that says something. */
export function ShortText(max: number) {
  return textOf({ max, lines: 'one', blank: false })
}

/** One line still being written: may be empty. */
export function DraftLine(max: number) {
  return textOf({ max, lines: 'one', blank: true })
}

/** Paragraphs that say something; line breaks (\n) and tabs are kept. */
export const LongText = textOf({ max: 20_000, lines: 'many', blank: false })

/** Paragraphs that say enough: at least so many signs, white space at the ends not counted. */
export const ReasonText = (min: number) =>
  LongText.refine((text) => Array.from(text.trim()).length >= min, {
    message: 'text/too-short',
    params: { min },
  }).meta({ maxLength: 20_000, minLength: min })

/** Paragraphs still being written: may be empty. */
export const DraftText = textOf({ max: 20_000, lines: 'many', blank: true })

function textOf(rule: TextRule) {
  return z
    .string()
    .superRefine((text, context) => {
      const problem = textProblem(text, rule)
      if (problem) context.addIssue({ code: 'custom', message: problem, params: { max: rule.max } })
    })
    .meta({ maxLength: rule.max, ...(rule.blank ? {} : { minLength: 1 }) })
}

function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > max * 2 || Array.from(text).length > max)
}
