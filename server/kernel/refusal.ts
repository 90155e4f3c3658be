import type { RefusalCode } from '#contract/refusals.ts'

/** What a refusal may tell: small, safe to show, never content of another record. */
export type Facts = Readonly<Record<string, string | number>>

/** One field of the input that stands in the way, by its path (`goals.0.dueOn`) and what is wrong with it. */
export type FieldProblem = Readonly<{ path: string; code: string }>

/** A rule said no: expected, safe to show, not a fault. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Facts
  readonly fields: readonly FieldProblem[]

  constructor(code: RefusalCode, facts: Facts = {}, fields: readonly FieldProblem[] = []) {
    super(code)
    this.code = code
    this.facts = facts
    this.fields = fields
  }
}
