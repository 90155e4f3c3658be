import type { AssessmentSheet } from '#contract/case/assessment.ts'
import type { BoundField } from '#web/app/useDraftSheet.ts'

/** What the parts of the sheet need: its text, its fields ready to spread, and what a signature found missing. */
export type AssessmentFields = {
  sheet: AssessmentSheet
  set: <Key extends keyof AssessmentSheet>(key: Key) => (value: AssessmentSheet[Key]) => void
  field: <Key extends keyof AssessmentSheet>(key: Key) => BoundField<AssessmentSheet[Key]>
  /** The sentence for a field path (`problems.0.cause`), or undefined. */
  errorAt: (path: string) => string | undefined
}

/** What stands in a sheet at a path like `problems.0.cause`; undefined where there is nothing. */
export const valueAt = (sheet: AssessmentSheet, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), sheet)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
