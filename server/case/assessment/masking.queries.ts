import type { Masked } from '#contract/case/assessment.ts'
import type { Transaction } from '#server/access/index.ts'
import { type CaseFile, isUnder14, mayReadWhole, type SignedBeside } from '#server/case/lifecycle/index.ts'
import { maskOf } from './masking.ts'

type Kept = SignedBeside & Readonly<{ sheet: Parameters<typeof maskOf>[0] }>

/** What of an assessment stays behind for whoever looks; null where they read it whole. */
export async function masksIn(
  tx: Transaction,
  { team, clientId }: Pick<CaseFile, 'team' | 'clientId'>,
  kept: Kept,
): Promise<Masked | null> {
  if (mayReadWhole(tx.actor, team, kept)) return null
  const masked = maskOf(kept.sheet, await isUnder14(tx, clientId))
  return masked.fields.length > 0 || masked.said ? masked : null
}
