import type { FileQuery } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import type { PackageValue, ReferralPackage } from '#contract/sharing.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import {
  letterWithoutConsent,
  printFacts,
  referralLetter,
  type RenderedDocument,
  renderLetter,
  wordDate,
} from '#server/documents/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { lookAtReferral } from '../referral/referrals.repository.ts'
import { viewPackage } from '../referral/referrals.view.ts'

/**
 * The letter of a referral with its reply slip (F06), in a language of its own: what was sent, or, before it is, what would
 * be. That it left the program is told in the story and on the audit.
 */
export async function printLetter(
  tx: Transaction,
  personId: string,
  id: string,
  { language, format }: FileQuery,
): Promise<RenderedDocument> {
  const { caseId, inquiryId, sentAt } = await lookAtReferral(tx, personId, id) // 404
  permit(tx.actor, 'referral.print') // 403
  const { contents } = await viewPackage(tx, personId, id)
  const told = { form: 'F06', format }
  if (caseId !== null) await tellStory(tx, { caseId }, 'document-printed', told)
  else if (inquiryId !== null) await tellStory(tx, { inquiryId }, 'document-printed', told)
  const sentOn = sentAt ? dayOf(sentAt) : null
  return renderLetter({
    definition: contents.withoutConsent ? letterWithoutConsent : referralLetter,
    language,
    format,
    facts: { ...printFacts(tx.now), ...letterFacts(contents, language), sentOn },
  })
}

const coded = (list: string, code: string | null) => (code === null ? null : { list, code })

function valueOf(value: PackageValue, language: Language) {
  if (value.kind === 'text') return value.text
  return value.kind === 'date' ? wordDate(value.date, language) : coded(value.list, value.code)
}

/** What a package says, in the plain values that a form prints. */
function letterFacts(contents: ReferralPackage, language: Language) {
  const { from, to, sections } = contents
  return {
    header: { agency: from.agency, caseNumber: contents.referralId.slice(0, 8) },
    worker: from.worker,
    to: to.name,
    contact: to.contact,
    replyBy: contents.replyBy,
    kind: coded('referralKind', contents.kind),
    reason: coded('referralReason', contents.reason),
    urgency: coded('referralUrgency', contents.urgency),
    accompaniment: coded('accompaniment', contents.accompaniment),
    serviceNeeded: contents.serviceNeeded,
    summary: contents.summary,
    done: contents.done,
    expectation: contents.expectation,
    withoutConsent: (contents.withoutConsent ?? []).map((ground) => coded('exceptionGround', ground)),
    shared: sections.flatMap(({ section, rows }) =>
      rows.map(({ line, values }) => ({
        section: coded('fileSection', section),
        line: coded('packageLine', line),
        values: values.map((value) => valueOf(value, language)),
      })),
    ),
  }
}
