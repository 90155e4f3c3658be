import { sql } from 'kysely'
import type { MoveCaseToSite } from '#contract/case/site.ts'
import type { Transaction } from '#server/access/index.ts'

/** Moves the case; the database keeps where it came from, and lets nobody else do it. */
export const moveToSite = (tx: Transaction, caseId: string, { siteId, reason }: MoveCaseToSite) =>
  sql`select move_case_to_site(${caseId}, ${siteId}, ${reason}, ${tx.now})`.execute(tx.db)
