import type { Awaited } from '#contract/case/awaited.ts'
import type { Transaction } from '#server/access/index.ts'
import { confirmationNeedOf } from '#server/people/index.ts'
import type { ClientRow } from './case.queries.ts'
import type { PlanRows } from './stages.queries.ts'

/** Who has not confirmed a signed plan yet: the client, and every guardian who could where the law asks for one. */
export async function awaitedForPlan(
  tx: Transaction,
  { personId, name }: Pick<ClientRow, 'personId' | 'name'>,
  { plan, confirmations }: PlanRows,
): Promise<Awaited[]> {
  const ready = plan.cosignedAt ?? plan.signedAt
  if (plan.state !== 'proposed' || ready === null) return []
  const since = ready.toISOString()
  const { needsGuardian, guardians } = await confirmationNeedOf(tx, personId)
  const isGiven = (part: string) => confirmations.some(({ givenAs }) => givenAs === part)
  const client: Awaited[] = isGiven('client') ? [] : [{ id: personId, name, part: 'client', since }]
  if (!needsGuardian || isGiven('guardian')) return client
  return [
    ...client,
    ...guardians.map((one) => ({ id: one.id, name: one.name, part: 'guardian' as const, since })),
  ]
}
