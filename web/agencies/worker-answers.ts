import type { NewWorker, WorkerChange, WorkerLine } from '#contract/agencies.ts'
import type { Language } from '#contract/language.ts'

/** What the sheet of a worker holds, new or known. */
export type WorkerAnswers = WorkerChange & { password: string }

/** The sheet as it opens: what is known of a worker, or what most new ones begin with. */
export function answersOf(worker: WorkerLine | null): WorkerAnswers {
  if (!worker)
    return { name: '', email: '', role: 'worker', level: 4, supervisorId: null, active: true, password: '' }
  const { name, email, role, level, supervisorId, active } = worker
  return { name, email, role, level, supervisorId, active, password: '' }
}

/** The answers as a new colleague. */
export function newWorkerFrom(id: string, language: Language, answers: WorkerAnswers): NewWorker {
  const { active: _, ...given } = answers
  return { id, language, ...given }
}

/** The answers as a change of a known colleague. */
export function changeFrom({ password: _, ...change }: WorkerAnswers): WorkerChange {
  return change
}
