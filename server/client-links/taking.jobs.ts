import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import { giveClientView, lookAtAssessment } from '#server/case/assessment/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import type { Job } from '#server/entrance/index.ts'
import { answerQuestionnaire, recordScale } from '#server/instruments/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { answerToTake, markTaken } from '#server/secure-links/index.ts'
import { giveNotice } from '#server/workday/index.ts'
import { KeptAnswer } from './answered.ts'

const Payload = z.object({ linkId: z.uuid() })

/** Where an answer belongs. */
type Place = Readonly<{ caseId: string; receiverId: string; subjectId: string }>

/**
 * Takes an answer into its case as the worker who issued the link, through the very acts of the worker's screen: the same
 * rules, the same alerts, once. Whoever issued the link and whoever manages the case are told that it came.
 */
export const takeLinkAnswer: Job = {
  operation: 'client-link.take',
  work: async (tx, payload) => {
    const { linkId } = Payload.parse(payload)
    const found = await answerToTake(tx, linkId) // 404
    if (!found) return
    const { answer: kept, caseId, personId } = found
    tx.saw({ kind: 'secure-link', id: linkId, personId, caseId })
    await take(tx, found, KeptAnswer.parse(kept))
    await markTaken(tx, linkId)
    const { caseManagerId } = await lookAtCase(tx, caseId)
    const workerIds = [...new Set([tx.actor.workerId, caseManagerId])]
    await giveNotice(tx, { workerIds, kind: 'link-answered', caseId, once: linkId })
  },
}

async function take(tx: Transaction, place: Place, { asked, answer }: KeptAnswer) {
  const { caseId, subjectId: id } = place
  if (answer.purpose === 'confirmation') return takeView(tx, place, answer)
  const given = {
    id,
    way: 'client' as const,
    language: answer.language,
    answeredOn: dayOf(new Date(answer.givenAt)),
  }
  if (asked.purpose === 'scale' && answer.purpose === 'scale') {
    const { purpose: _, ...which } = asked
    return recordScale(tx, caseId, { ...given, ...which, answers: answer.answers })
  }
  if (asked.purpose === 'questionnaire' && answer.purpose === 'questionnaire') {
    const { purpose: _, ...which } = asked
    return answerQuestionnaire(tx, caseId, { ...given, ...which, answers: answer.answers }, 'before')
  }
  throw new Error('An answer to something else than was asked.')
}

async function takeView(
  tx: Transaction,
  { caseId, receiverId: personId, subjectId: assessmentId }: Place,
  answer: Extract<KeptAnswer['answer'], { purpose: 'confirmation' }>,
) {
  const { purpose: _, linkId: _link, ...view } = answer
  const { version } = await lookAtAssessment(tx, caseId, assessmentId) // 404
  await giveClientView(
    { ...tx, seenVersion: version },
    { caseId, assessmentId },
    { ...view, way: 'electronic', personId },
  )
}
