import type { NewWorker, WorkerChange, WorkerLine } from '#contract/agencies.ts'
import type { Language } from '#contract/language.ts'

/** What the sheet of a worker holds, new or known. */
export type WorkerAnswers = WorkerChange & { password: string }

const nothing: WorkerAnswers = {
  name: '',
  email: '',
  role: 'worker',
  level: 4,
  supervisorId: null,
  active: true,
  password: '',
}

/** The sheet as it opens: what is known of a worker, or what most new ones begin with. */
export function answersOf(worker: WorkerLine | null): WorkerAnswers {
  return worker ? { ...changeFrom({ ...nothing, ...worker }), password: '' } : nothing
}

/** The answers as a new colleague. */
export function newWorkerFrom(id: string, language: Language, answers: WorkerAnswers): NewWorker {
  const { name, email, role, level, supervisorId, password } = answers
  return { id, language, name, email, role, level, supervisorId, password }
}

/** The answers as a change of a known colleague. */
export function changeFrom({ name, email, role, level, supervisorId, active }: WorkerAnswers): WorkerChange {
  return { name, email, role, level, supervisorId, active }
}
