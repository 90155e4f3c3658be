import type { ConfideCase } from '#contract/case/confidentiality.ts'
import { confidentiality, type Role } from '#contract/codes/index.ts'
import { type FieldProblem, Refusal } from '#server/kernel/refusal.ts'
import type { CaseFile } from './lifecycle.ts'

/** A colleague who is to be named, as far as they are there. */
export type Named = Readonly<{ id: string; role: Role; active: boolean }>

type Asking = Readonly<{ workerId: string; colleagues: readonly Named[] }>

const overseeing: readonly Role[] = ['supervisor', 'agency-head']
const working: readonly Role[] = ['worker', ...overseeing]
const widthOf = (level: string) => confidentiality.codes.findIndex((code) => code === level)

/** Whoever narrows a circle may do it alone; to widen it again takes somebody who oversees the work. */
export function refuseToWiden({ confidentiality: level }: CaseFile, to: string, oversees: boolean) {
  if (widthOf(to) < widthOf(level) && !oversees) throw new Refusal('confidentiality/not-yours-to-widen')
}

/**
 * Refuses a circle (422) that names somebody who does no case work here, that leaves out whoever draws it, or in which
 * nobody but the case manager answers for the work: a case is never hidden from everybody who could oversee it.
 */
export function refuseUnlessACircle(
  { caseManagerId }: CaseFile,
  { level, readerIds }: ConfideCase,
  { workerId, colleagues }: Asking,
) {
  if (level === 'normal') return
  const fitting = new Map(
    colleagues
      .filter(({ active, role }) => active && working.includes(role))
      .map((one) => [one.id, one.role]),
  )
  const problems: FieldProblem[] = []
  if (new Set(readerIds).size < readerIds.length || readerIds.some((id) => !fitting.has(id)))
    problems.push({ path: 'readerIds', code: 'not-a-caseworker' })
  if (![caseManagerId, ...readerIds].includes(workerId))
    problems.push({ path: 'readerIds', code: 'yourself-missing' })
  const overseen = readerIds.some((id) => {
    const role = fitting.get(id)
    return role !== undefined && overseeing.includes(role) && id !== caseManagerId
  })
  if (!overseen) problems.push({ path: 'readerIds', code: 'overseer-missing' })
  if (problems.length > 0) throw new Refusal('sheet-unfinished', { missing: problems.length }, problems)
}
