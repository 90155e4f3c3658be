import { z } from 'zod'
import { Gap } from '#contract/case/evaluation.ts'
import type { ClosingFacts, EvaluationFacts, Signatures } from '../case-facts.ts'
import type { closingRows, evaluationRows } from './stages.queries.ts'
import { codedAll, codedOrNull, signedBy, textOrNull, unsigned } from './text.ts'

type Evaluation = NonNullable<Awaited<ReturnType<typeof evaluationRows>>>
type Closing = NonNullable<Awaited<ReturnType<typeof closingRows>>>

const Ratings = z.record(z.string(), z.object({ rating: z.number().nullable() }))

/** The evaluation as the closing form quotes it. */
export function evaluationFacts({ evaluation, ratings, score }: Evaluation): EvaluationFacts {
  const process = Ratings.parse(evaluation.processRatings)
  return {
    execution: process['execution']?.rating ?? null,
    suitability: process['suitability']?.rating ?? null,
    participation: process['participation']?.rating ?? null,
    goals: ratings.map(({ statement, weight, baselineLevel, level, evidence }) => ({
      goal: statement,
      weight,
      baseline: baselineLevel,
      level,
      evidence: textOrNull(evidence),
    })),
    tScore: evaluation.tScore === null ? null : Math.round(evaluation.tScore * 10) / 10,
    satisfaction: score === null ? null : String(Math.round(score)),
    gaps: z
      .array(Gap)
      .parse(evaluation.gaps)
      .map(({ planned, actual, cause, measure }) => ({
        planned,
        actual: textOrNull(actual),
        cause: textOrNull(cause),
        measure: textOrNull(measure),
      })),
  }
}

/** The closing as form E shows it, with the number and hours of services counted from the records. */
export const closingFacts = ({ closing: c, followUps, services, hours }: Closing): ClosingFacts => ({
  mainProblem: textOrNull(c.mainProblem),
  serviceCount: services,
  serviceHours: hours,
  reason: codedOrNull('closingReason', c.reason),
  reasonNote: textOrNull(c.reasonNote),
  outcome: textOrNull(c.outcome),
  gapsAndImprovement: textOrNull(c.gap),
  clientView: textOrNull(c.clientView),
  reactions: codedAll('closingReaction', c.reactions),
  reactionCare: textOrNull(c.reactionCare),
  announcedOn: c.announcedOn,
  review: textOrNull(c.review),
  future: textOrNull(c.future),
  referred: c.referred,
  referral: textOrNull(c.referralNote),
  followUps: followUps.map(({ dueOn, way }) => ({
    date: dueOn,
    way: codedOrNull('followUpWay', way),
    person: c.author,
  })),
  noFollowUpReason: textOrNull(c.noFollowUpReason),
  caregivers:
    textOrNull(c.caregiver) === null
      ? []
      : [{ name: c.caregiver, relation: null, address: null, phone: null }],
  lessons: textOrNull(c.lessons),
})

/** Who wrote the closing, and who approved it. */
export function closingSignatures({ closing: c }: Closing): Signatures {
  const approval = signedBy(c.decider, c.decidedAt)
  return {
    ...unsigned,
    worker: signedBy(c.author, c.submittedAt),
    supervisorOpinion: textOrNull(c.decisionNote),
    ...(c.deciderRole === 'agency-head' ? { head: approval } : { supervisor: approval }),
  }
}
