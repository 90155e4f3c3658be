import type { Choice, Question } from '#contract/questionnaires/index.ts'
import type { Remarks } from './remarks.ts'

/** What reading a row needs to know of the form around it. */
export type Form = Readonly<{
  sheet: string
  defaultLanguage: string
  lists: Map<string, Choice[]>
  remarks: Remarks
}>

/** What a question became here, and its list where it has one. */
export type Chosen = Readonly<{ type: Question['type']; list?: string }>
