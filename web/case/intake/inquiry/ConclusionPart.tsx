import type { InquiryView } from '#contract/case/intake.ts'
import { intakeDecision, notNowReason, potentialClientKind, referralReason } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, LinkButton, Section } from '#web/ui/index.ts'
import { decisionWords } from './decision.words.ts'

type ConclusionProps = { inquiryId: string; conclusion: NonNullable<InquiryView['conclusion']> }

/** What was decided, why, by whom; and the way to the case, or to the referral of whom another agency is to help. */
export function ConclusionPart({ inquiryId, conclusion }: ConclusionProps) {
  const t = useWords(decisionWords)
  const label = useLabel()
  const formats = useFormats()
  const { decision, reason, referredTo, informationGiven, decidedBy, decidedAt, caseId } = conclusion
  const toCase = caseId && (
    <LinkButton to={`/cases/${caseId}`} look="main">
      {t('toCase')}
    </LinkButton>
  )
  const toReferrals = decision === 'refer' && (
    <LinkButton to={`/inquiries/${inquiryId}/referrals`} look="main">
      {t('toReferrals')}
    </LinkButton>
  )
  const notNow = conclusion.notNowReason && label(notNowReason, conclusion.notNowReason)
  const potential = conclusion.potentialKind && label(potentialClientKind, conclusion.potentialKind)
  const why = conclusion.referralReason && label(referralReason, conclusion.referralReason, decidedAt)
  return (
    <Section title={label(intakeDecision, decision)} actions={toCase || toReferrals}>
      <Facts
        facts={[
          { label: t('reason'), value: reason },
          { label: t('referredTo'), value: referredTo },
          { label: t('referralReason'), value: why },
          { label: t('notNowReason'), value: notNow },
          { label: t('potentialKind'), value: potential },
          { label: t('informationGiven'), value: informationGiven },
        ]}
      />
      <p className="section-lead">
        {t('concluded', { name: decidedBy.name, when: formats.moment(decidedAt) })}
      </p>
    </Section>
  )
}
