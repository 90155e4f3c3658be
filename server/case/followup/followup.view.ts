import type { AftercareView, FollowUpView } from '#contract/case/followup.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { FollowUpPlace } from './followup.actions.ts'
import { followUpsOf, reopeningsOf } from './followup.queries.ts'
import { keepingIn } from './keeping.queries.ts'

type Shown = Awaited<ReturnType<typeof followUpsOf>>[number]

const viewFrom = ({ actor }: Transaction, { state, team }: CaseFile, shown: Shown): FollowUpView => ({
  ...shown,
  abilities: {
    record: abilityFor(actor, 'follow-up.record', { team }, state === 'closed' && shown.state === 'planned'),
  },
})

/** One follow-up as this reader sees it. */
export async function viewFollowUp(
  tx: Transaction,
  { caseId, followUpId }: FollowUpPlace,
): Promise<FollowUpView> {
  const caseFile = await lookAtCase(tx, caseId)
  const [shown] = await followUpsOf(tx, caseId, followUpId)
  if (!shown) throw new Refusal('not-found')
  tx.saw({ kind: 'follow-up', id: followUpId, caseId })
  return viewFrom(tx, caseFile, shown)
}

/** What comes after the closing: the follow-ups, and the way into the archive or back to work. */
export async function viewAftercare(tx: Transaction, caseId: string): Promise<AftercareView> {
  const caseFile = await lookAtCase(tx, caseId)
  const { state, team, closedAt, archivedAt, keepUntil, version } = caseFile
  const rows = (await followUpsOf(tx, caseId)).map((shown) => viewFrom(tx, caseFile, shown))
  const keeping = await keepingIn(tx, caseFile)
  const allDone = rows.every((row) => row.state !== 'planned')
  return {
    caseId,
    state,
    closedAt: closedAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    // What was decided when the file was put away holds, whatever is learned about the client later.
    keeping: keeping && { ...keeping, until: keepUntil ?? keeping.until },
    rows,
    reopenings: await reopeningsOf(tx, caseId),
    version,
    abilities: {
      archive: abilityFor(tx.actor, 'case.archive', { team }, state === 'closed' && allDone),
      reopen: abilityFor(tx.actor, 'case.reopen', { team }, state === 'closed'),
    },
  }
}
