import type { AnsweredTask } from '#contract/fhir.ts'
import { type FieldProblem, Refusal } from '#server/kernel/refusal.ts'
import { taskStatusOf, type ReceiversMove } from './states.ts'
import type { Standing } from './task.ts'

/** What a partner says with a status: why, or what came of it, and since when there is help. */
export type Said = Readonly<{ words: string; on: string | null }>

/** Reads it out of a task: a report of what was done stands in its output, everything else in its reason. */
export function saidIn({ status, statusReason, output = [], executionPeriod }: AnsweredTask): Said {
  const reports = output.flatMap(({ valueString }) => (valueString === undefined ? [] : [valueString]))
  return {
    words: status === 'completed' ? reports.join('\n') : (statusReason?.text ?? ''),
    on: status === 'in-progress' ? (executionPeriod?.start?.slice(0, 10) ?? null) : null,
  }
}

/**
 * Whether an answer says what already stands there: it arrived a second time, against the version that it saw the first time
 * or the one it made. Then it is answered again, and nothing is written (RFC 9110: PUT may be repeated).
 */
export function isSaidAlready(
  { state, stateWords, outcome, firstHelpOn, version }: Standing,
  { status }: Pick<AnsweredTask, 'status'>,
  { words, on }: Said,
  seenVersion: number | null,
): boolean {
  if (taskStatusOf[state] !== status || (seenVersion !== version && seenVersion !== version - 1)) return false
  if (status === 'completed') return words === outcome
  if (status === 'in-progress') return on === null || on === firstHelpOn
  return words === stateWords
}

/** Where in a task a partner says what a step asks for. */
const placeOf = (path: string, move: ReceiversMove) => {
  if (path === 'on') return 'executionPeriod.start'
  return move === 'complete' ? 'output.0.valueString' : 'statusReason.text'
}

/** The same refusal, with the fields named as they stand in a task. */
export function inATask(error: unknown, move: ReceiversMove): unknown {
  if (!(error instanceof Refusal)) return error
  const fields: FieldProblem[] = error.fields.map(({ path, code }) => ({ path: placeOf(path, move), code }))
  return new Refusal(error.code, error.facts, fields)
}

/** Refuses (400) a task that is not the one of the address. */
export function refuseAnother(id: string, asked: Pick<AnsweredTask, 'id'>) {
  if (asked.id !== id)
    throw new Refusal('partners/another-task', {}, [{ path: 'id', code: 'partners/another-task' }])
}
