import type { WorkerChange } from '#contract/agencies.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'

/** A worker as the rules of the staff list need them. */
export type Worker = Readonly<{ id: string; role: string; level: number; active: boolean; version: number }>

type Given = Pick<WorkerChange, 'role' | 'level' | 'supervisorId'>

const mostJuniorSupervisor = 2

/**
 * Refuses a supervisor below level 2, and somebody's supervisor who is none.
 * @param chosen the worker named as supervisor, or null when there is none of that id
 */
export function refuseUnlessFitting(id: string, { role, level, supervisorId }: Given, chosen: Worker | null) {
  const supervises = chosen !== null && chosen.active && ['supervisor', 'agency-head'].includes(chosen.role)
  whole([
    ['level', role !== 'supervisor' || level <= mostJuniorSupervisor, 'agency/supervisor-needs-level-two'],
    ['supervisorId', supervisorId === null || (supervises && chosen.id !== id), 'agency/not-a-supervisor'],
  ])
}

/** Nobody ends their own account or gives themselves another role: an agency could be left without its key. */
export function refuseOwnAccount(
  actorId: string,
  worker: Worker,
  { role, active }: Pick<WorkerChange, 'role' | 'active'>,
) {
  if (worker.id === actorId && (!active || role !== worker.role)) throw new Refusal('agency/own-account')
}
