import type { DeadlineRule, OwnRecord } from '#contract/settings/index.ts'
import type { Stage } from '#contract/codes/index.ts'

/** What happened in a case, as the agency's own deadline rules may wait for it. */
export type Happening =
  | Readonly<{ kind: 'stage-opened'; stage: Stage }>
  | Readonly<{ kind: 'case-closed' }>
  | Readonly<{ kind: 'record-signed'; record: OwnRecord; answers: Answers }>

/** The answers to the agency's own fields in a record, by the field's id. */
export type Answers = Readonly<Record<string, unknown>>

/** Whether a rule waits for what happened. A field's answer counts when its record is signed. */
export function waitsFor({ when }: Pick<DeadlineRule, 'when'>, happened: Happening): boolean {
  if (when.kind === 'case-closed') return happened.kind === 'case-closed'
  if (when.kind === 'stage-opened') return happened.kind === 'stage-opened' && happened.stage === when.stage
  if (happened.kind !== 'record-signed') return false
  if (when.kind === 'record-signed') return happened.record === when.record
  const answer = happened.answers[when.fieldId]
  return (Array.isArray(answer) ? answer : [answer]).map(String).includes(when.value)
}
