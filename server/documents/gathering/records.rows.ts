import type { ProcessRecordFacts } from '../case-facts.ts'
import type { recordRows } from './stages.queries.ts'
import { codedAll, codedOrNull, moment, signedBy, textOrNull, unsigned } from './text.ts'

type Row = Awaited<ReturnType<typeof recordRows>>[number]

/** One contact as form D shows it, facts apart from judgement. */
export const recordFacts = (row: Row): ProcessRecordFacts => ({
  number: row.ordinal,
  time: { from: moment(row.heldFrom), until: moment(row.heldUntil) },
  place: textOrNull(row.place),
  mode: codedOrNull('contactMode', row.mode),
  personsSeen: codedAll('personSeen', row.personsSeen),
  clientSeen: row.clientSeen,
  notSeenReason: textOrNull(row.notSeenReason),
  purpose: textOrNull(row.purpose),
  issues: [],
  performance: textOrNull(row.performance),
  interaction: textOrNull(row.interaction),
  intervention: textOrNull(row.intervention),
  activities: codedAll('activityType', row.activityTypes),
  progress: textOrNull(row.progress),
  difficulty: textOrNull(row.difficulty),
  solution: textOrNull(row.solution),
  analysis: textOrNull(row.judgement),
  resources: [],
  nextAim: textOrNull(row.nextPlan),
  nextAt: moment(row.nextAt),
  recordedAt: moment(row.signedAt),
  late: row.writtenLate,
  signatures: { ...unsigned, worker: signedBy(row.signer, row.signedAt) },
})
