import type { Transaction } from '#server/access/index.ts'
import { rulesOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { dueAt, schedule } from '#server/workday/index.ts'
import type { CaseFile } from './lifecycle.ts'
import { supervisorOf } from './own-rules.queries.ts'
import { type Happening, waitsFor } from './own-rules.ts'

/** Opens the work that the agency's own rules ask for after what happened; each rule once in a case while it is open. */
export async function applyRules(
  tx: Transaction,
  { id: caseId, caseManagerId, template }: Pick<CaseFile, 'id' | 'caseManagerId' | 'template'>,
  happened: Happening,
) {
  const rules = (await rulesOn(tx, dayOf(tx.now), template)).filter((rule) => waitsFor(rule, happened))
  for (const { id: subjectId, name, days, unit, who } of rules) {
    const span = unit === 'days' ? { days } : { workingDays: days }
    const ownerId = (who === 'supervisor' && (await supervisorOf(tx, caseManagerId))) || caseManagerId
    await schedule(tx, {
      kind: 'own-rule',
      caseId,
      subjectId,
      ownerId,
      names: name,
      dueAt: dueAt(tx.now, span),
    })
  }
}
