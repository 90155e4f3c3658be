import type { LinkPaper } from '#contract/client-links.ts'
import type { Transaction } from '#server/access/index.ts'
import { refuseUnlessViewWhole } from '#server/case/assessment/index.ts'
import {
  occasionOf,
  refuseUnlessAnswered,
  scoreAnswers,
  settledOrRefused,
} from '#server/instruments/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { GivenAnswer } from './answered.ts'

type Of<Purpose extends LinkPaper['purpose']> = Readonly<{
  paper: Extract<LinkPaper, { purpose: Purpose }>
  answer: Extract<GivenAnswer, { purpose: Purpose }>
}>

/**
 * Refuses (422) an answer that the worker's screen would refuse, naming the same fields; says whether it tells of danger. The
 * age is not asked again: it was when the link was issued.
 */
export function tellsOfDanger(tx: Transaction, paper: LinkPaper, answer: GivenAnswer): boolean {
  if (paper.purpose === 'confirmation' && answer.purpose === 'confirmation')
    return refuseWrongView(tx, { paper, answer })
  if (paper.purpose === 'scale' && answer.purpose === 'scale') return isAlarming(tx, { paper, answer })
  if (paper.purpose === 'questionnaire' && answer.purpose === 'questionnaire')
    return refuseWrongAnswers(tx, { paper, answer })
  throw new Refusal('client-links/other-purpose')
}

function refuseWrongView(tx: Transaction, { paper, answer }: Of<'confirmation'>) {
  const { purpose: _, linkId: _link, ...view } = answer
  // Whose answer it is follows from the link; nobody can name another.
  const personId = tx.actor.workerId
  refuseUnlessViewWhole(paper, { ...view, way: 'electronic', personId }, [personId], tx.now) // 422
  return false
}

function isAlarming(tx: Transaction, { paper, answer }: Of<'scale'>) {
  const { instrument, informant } = paper
  const today = dayOf(tx.now)
  const given = {
    id: tx.actor.workerId,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    informant,
    way: 'client' as const,
    language: answer.language,
    answeredOn: today,
    answers: answer.answers,
  }
  refuseUnlessAnswered(instrument, given, { today, birthDate: null }) // 422
  return scoreAnswers(instrument, answer.answers).alerts.some(({ kind }) => kind === 'emergency')
}

function refuseWrongAnswers(tx: Transaction, { paper, answer }: Of<'questionnaire'>) {
  const occasion = occasionOf(tx, paper.sheet, { answeredOn: dayOf(tx.now), language: answer.language })
  settledOrRefused(paper.sheet, answer.answers, occasion) // 422
  return false
}
