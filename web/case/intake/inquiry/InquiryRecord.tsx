import type { InquiryView } from '#contract/case/intake.ts'
import { InWordsOf } from '#web/app/code-words.tsx'
import { EmptyState, LinkButton, Section } from '#web/ui/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ConclusionPart } from './ConclusionPart.tsx'
import { EmergencyBar } from './EmergencyBar.tsx'
import { inquiryActs } from './inquiry.api.ts'
import { InquiryFrame } from './InquiryFrame.tsx'
import { inquiryWords } from './inquiry.words.ts'
import { inquiryPlaces } from './places.ts'
import { PreliminaryFacts, SheetFacts } from './RecordFacts.tsx'
import { ReporterPart } from './ReporterPart.tsx'
import { useInquiryActs } from './useInquiryActs.ts'

/** A first contact to read: what was decided, and on what ground. */
export function InquiryRecord({
  inquiry,
  here,
}: {
  inquiry: InquiryView
  here?: 'sheet' | 'assessment' | 'decision'
}) {
  const t = useWords(inquiryWords)
  const acts = useInquiryActs(inquiry.id)
  return (
    <InquiryFrame inquiry={inquiry} here={here ?? (inquiry.conclusion ? 'decision' : 'sheet')}>
      {inquiry.conclusion && <ConclusionPart inquiryId={inquiry.id} conclusion={inquiry.conclusion} />}
      <EmergencyBar
        inquiry={inquiry}
        decide={(decision) => acts.act(inquiryActs.decideEmergency, decision, inquiry.version)}
      />
      <ReporterPart
        inquiry={inquiry}
        protect={(reporter) => acts.act(inquiryActs.protect, reporter, inquiry.version)}
      />
      <Section title={t('stepSheet')}>
        <InWordsOf at={inquiry.receivedAt}>
          <SheetFacts inquiry={inquiry} />
        </InWordsOf>
      </Section>
      <Section title={t('stepAssessment')}>
        {inquiry.state === 'draft' ? (
          <NotRegistered inquiry={inquiry} />
        ) : (
          <PreliminaryFacts inquiry={inquiry} />
        )}
      </Section>
    </InquiryFrame>
  )
}

/** What comes first, for whoever arrives too early. */
function NotRegistered({ inquiry }: { inquiry: InquiryView }) {
  const t = useWords(inquiryWords)
  const toSheet = <LinkButton to={inquiryPlaces(inquiry.id).sheet}>{t('toRegistration')}</LinkButton>
  return <EmptyState title={t('notRegistered')} action={toSheet} />
}
