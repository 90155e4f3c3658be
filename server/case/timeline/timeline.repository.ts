import type { StoryLine } from '#contract/case/timeline.ts'
import type { Transaction } from '#server/access/index.ts'

/** Where a line of the story belongs. */
export type StoryOf = Readonly<{ caseId: string }> | Readonly<{ inquiryId: string }>

/** What a line may tell besides its kind: names of codes, dates, counts; never long text of a record. */
export type StoryFacts = Readonly<Record<string, string | number | boolean | null>>

/**
 * Adds one line to the story of a case or an inquiry, in the transaction of the act it tells of.
 * There is no update and no delete. `what` names a sentence in web/case/timeline (every one exists in three languages).
 */
export async function tellStory(tx: Transaction, where: StoryOf, what: StoryLine, facts: StoryFacts = {}) {
  const line = tx.db.insertInto('timeline').values({
    agencyId: tx.actor.agencyId,
    at: tx.now,
    caseId: 'caseId' in where ? where.caseId : null,
    inquiryId: 'inquiryId' in where ? where.inquiryId : null,
    workerId: tx.actor.workerId,
    what,
    facts: JSON.stringify(facts),
  })
  tx.atLast(line.execute())
}
