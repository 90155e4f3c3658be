import type { ProcessRecordView } from '#contract/case/delivery.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase, needsToKnow, toldTo, untoldRecord } from '#server/case/lifecycle/index.ts'
import { addendaOf, withoutWords } from '#server/case/timeline/index.ts'
import { together } from '#server/platform/database/together.ts'
import { goalsToName, recordDetails, recordLines } from './process-record.queries.ts'
import { lookAtRecord } from './process-record.repository.ts'
import { type ProcessRecord, recordChecks } from './process-record.ts'

/** One record as this reader sees it, with what keeps it from being signed and what they may do next. */
export async function viewRecord(tx: Transaction, caseId: string, id: string): Promise<ProcessRecordView> {
  const [caseFile, record, details, goals, addenda] = await together([
    lookAtCase(tx, caseId),
    lookAtRecord(tx, caseId, id),
    recordDetails(tx, id),
    goalsToName(tx, caseId, id),
    addendaOf(tx, id),
  ])
  const author = { id: details.authorId, name: details.authorName }
  const { ordinal, state, sheet, version } = record
  const known = needsToKnow(tx.actor, caseFile.team)
  const shown = toldTo(known, sheet, addenda.length, untoldRecord)
  return {
    id,
    caseId,
    caseNumber: details.caseNumber,
    client: { id: details.clientId, name: details.clientName },
    ordinal,
    state,
    author,
    sheet: shown.sheet,
    goals,
    unfinished: unfinishedIn(record, tx.now),
    // Only its author signs a record, so the author's is the signature.
    signature: details.signedAt && { by: author, at: details.signedAt.toISOString() },
    writtenLate: details.writtenLate,
    addenda: shown.masked ? withoutWords(addenda) : addenda,
    masked: shown.masked,
    version: shown.masked ? 0 : version,
    abilities: abilitiesOf(tx, caseFile, record),
  }
}

function unfinishedIn({ state, sheet }: ProcessRecord, now: Date) {
  if (state === 'signed') return []
  return recordChecks(sheet, now)
    .filter(([, holds]) => !holds)
    .map(([path, , code = 'required']) => ({ path, code }))
}

function abilitiesOf(
  { actor }: Transaction,
  { team, state }: CaseFile,
  record: ProcessRecord,
): ProcessRecordView['abilities'] {
  const isDraft = record.state === 'draft'
  const ability = (operation: Operation, now: boolean) => abilityFor(actor, operation, { team }, now)
  return {
    change: ability('record.write', state === 'open' && isDraft),
    sign:
      record.authorId === actor.workerId ? ability('record.sign', state === 'open' && isDraft) : 'not-you',
    addAddendum: ability('record.add-addendum', state !== 'archived' && !isDraft),
  }
}

/** The records of a case. */
export async function viewRecords(tx: Transaction, caseId: string, query: PageQuery) {
  const { team } = await lookAtCase(tx, caseId)
  const page = await recordLines(tx, caseId, query)
  if (needsToKnow(tx.actor, team)) return page
  return { ...page, rows: page.rows.map((row) => ({ ...row, purpose: '' })) }
}
