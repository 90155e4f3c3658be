import type { Transaction } from '#server/access/index.ts'
import { gatherFacts } from '#server/documents/gathering/index.ts'
import type { CaseFacts } from '#server/documents/index.ts'
import { lookAtWholePerson, relativesOf } from '#server/people/index.ts'
import type { Origin } from '../referral/place.queries.ts'
import type { Known } from './package.ts'

/** Everything that could be shared about somebody, as it stands now, through the eyes of whoever shares it. */
export async function knownOf(tx: Transaction, personId: string, origin: Origin): Promise<Known> {
  const { sheet } = await lookAtWholePerson(tx, personId)
  const relatives = await relativesOf(tx, personId)
  const { contact, caseFile } = origin
  const about = {
    identity: {
      name: sheet.name,
      sex: sheet.sex,
      birth: asKnown(sheet.birthDate, sheet.birthPrecision),
      language: sheet.language,
    },
    contact: { phone: sheet.phone, address: sheet.address, safeContact: sheet.safeContact },
    family: relatives
      .filter(({ endedAt }) => endedAt === null)
      .map(({ person, kind, guardian }) => ({
        name: person.name,
        relation: { list: 'familyRelation', code: kind },
        guardian,
      })),
  }
  if (!caseFile) return { ...about, ...nothingOfACase, firstContact: contact }
  // The forms of the case file gather the same facts; what is written nowhere else is not shared either.
  const { language } = tx.actor
  const facts = await gatherFacts(tx, { caseId: caseFile.id, formId: 'F11', language, whole: true })
  return { ...about, ...ofTheCase(facts), attachments: await attachmentTitles(tx, caseFile.id) }
}

/** A birth date as exactly as it is known. */
const asKnown = (date: string | null, precision: string) =>
  date === null ? null : date.slice(0, { day: 10, month: 7 }[precision] ?? 4)

const nothingOfACase = {
  interview: null,
  assessment: null,
  plan: null,
  records: [],
  evaluation: null,
  closing: null,
  attachments: [],
} as const

const text = (one: string | null) => one ?? ''
const day = (moment: string | null) => moment?.slice(0, 10) ?? null

function ofTheCase({ firstContact, interview, assessment, plan, records, evaluation, closing }: CaseFacts) {
  return {
    firstContact: firstContact && {
      receivedOn: text(day(firstContact.receivedAt)),
      trouble: text(firstContact.problem),
      origin: '',
      expectation: '',
      efforts: '',
      problems: '',
    },
    interview: interview && {
      heldOn: day(interview.heldAt),
      expectations: text(interview.expectations),
      agreed: text(interview.preliminaryAgreement),
    },
    assessment: assessment && {
      summary: text(assessment.summary),
      problems: assessment.problems.map(({ problem }) => problem),
      needs: assessment.needs.map(({ need }) => need),
      strengths: assessment.strengths.map(({ strength }) => strength),
    },
    plan: plan && {
      strategy: text(plan.strategy),
      goals: plan.goals.map(({ shortTermGoal }) => shortTermGoal),
    },
    records: records.map(({ time, performance, intervention, progress }) => ({
      on: day(time.from),
      words: [performance, intervention, progress].filter((part) => part !== null).join('\n'),
    })),
    evaluation: evaluation && {
      outcomes: evaluation.goals.map(({ goal, evidence }) => [goal, text(evidence)].join('\n')),
    },
    closing: closing && { outcome: text(closing.outcome), future: text(closing.future) },
  }
}

/** The titles of the files that lie in the case now; the files themselves stay. */
async function attachmentTitles(tx: Transaction, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('attachments')
    .select('title')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('takenAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ title }) => title)
}
