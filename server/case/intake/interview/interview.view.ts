import type { InterviewPage, InterviewView } from '#contract/case/interview.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import {
  type CaseFile,
  lookAtCase,
  needsToKnow,
  toldTo,
  untoldInterview,
} from '#server/case/lifecycle/index.ts'
import { addendaOf, withoutWords } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type InterviewDetails, interviewDetails, interviewLines } from './interview.queries.ts'
import { hasDraft, lookAtInterview } from './interview.repository.ts'
import { type Interview, isInterviewTime, isLate } from './interview.ts'

/** The interview as this reader sees it, with what they may do next. */
export async function viewInterview(tx: Transaction, caseId: string, id: string): Promise<InterviewView> {
  const caseFile = await lookAtCase(tx, caseId)
  const interview = await lookAtInterview(tx, caseId, id)
  const details = await interviewDetails(tx, id)
  const { record: hours } = await limitsOn(tx, dayOf(tx.now))
  const addenda = await addendaOf(tx, id)
  const known = needsToKnow(tx.actor, caseFile.team)
  const { sheet, masked } = toldTo(known, interview.sheet, addenda.length, untoldInterview)
  return {
    id,
    caseId,
    caseNumber: details.caseNumber,
    client: { id: details.clientId, name: details.clientName },
    state: interview.state,
    sheet,
    author: { id: details.authorId, name: details.authorName },
    signature: signatureFrom(details),
    lateAfterHours: hours,
    lateAlready: interview.state === 'draft' && isLate(interview.sheet, tx.now, hours),
    addenda: masked ? withoutWords(addenda) : addenda,
    masked,
    version: masked ? 0 : interview.version,
    abilities: abilitiesOf(tx, caseFile, interview),
  }
}

function signatureFrom(details: InterviewDetails): InterviewView['signature'] {
  const { signerId, signerName, signedAt, contentHash, writtenLate } = details
  if (!signerId || !signerName || !signedAt || !contentHash) return null
  return {
    by: { id: signerId, name: signerName },
    at: signedAt.toISOString(),
    hash: contentHash,
    late: writtenLate,
  }
}

function abilitiesOf(
  { actor }: Transaction,
  caseFile: CaseFile,
  { state }: Interview,
): InterviewView['abilities'] {
  const { team } = caseFile
  const writable = state === 'draft' && isInterviewTime(caseFile)
  return {
    change: abilityFor(actor, 'interview.write', { team }, writable),
    sign: abilityFor(actor, 'interview.sign', { team }, writable),
    addAddendum: abilityFor(
      actor,
      'interview.add-addendum',
      { team },
      state === 'signed' && caseFile.state !== 'archived',
    ),
  }
}

/** The interviews of a case as this reader sees them. */
export async function viewInterviews(
  tx: Transaction,
  caseId: string,
  query: PageQuery,
): Promise<InterviewPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await interviewLines(tx, caseId, query)
  tx.saw({ kind: 'interview-list', caseId, listed: page.rows.map(({ id }) => id) })
  const possible = isInterviewTime(caseFile) && !(await hasDraft(tx, caseId))
  return {
    ...page,
    abilities: { open: abilityFor(tx.actor, 'interview.write', { team: caseFile.team }, possible) },
  }
}
