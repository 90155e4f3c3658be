import { useSuspenseQuery } from '@tanstack/react-query'
import type { InquiryView } from '#contract/case/intake.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { LinkButton, Notice } from '#web/ui/index.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { decisionWords } from './decision.words.ts'
import { EmergencyBar } from './EmergencyBar.tsx'
import { inquiryActs, inquiryQuery } from './inquiry.api.ts'
import { InquiryFrame } from './InquiryFrame.tsx'
import { InquiryRecord } from './InquiryRecord.tsx'
import { inquiryPlaces } from './places.ts'
import { useInquiryActs } from './useInquiryActs.ts'

/** What becomes of a first contact. */
export function DecisionPage() {
  const id = useRouteParam('inquiryId')
  const { data: inquiry } = useSuspenseQuery(inquiryQuery(id))
  if (inquiry.abilities.decide !== 'yes') return <InquiryRecord inquiry={inquiry} here="decision" />
  return <DecisionDesk inquiry={inquiry} />
}

function DecisionDesk({ inquiry }: { inquiry: InquiryView }) {
  const acts = useInquiryActs(inquiry.id)
  return (
    <InquiryFrame inquiry={inquiry} here="decision">
      <EmergencyBar
        inquiry={inquiry}
        decide={(decision) => acts.act(inquiryActs.decideEmergency, decision, inquiry.version)}
      />
      {inquiry.sharing === null && <TooEarly id={inquiry.id} />}
      <DecisionForm inquiry={inquiry} acts={acts} />
    </InquiryFrame>
  )
}

function TooEarly({ id }: { id: string }) {
  const t = useWords(decisionWords)
  const back = <LinkButton to={inquiryPlaces(id).assessment}>{t('toAssessment')}</LinkButton>
  return <Notice actions={back}>{t('early')}</Notice>
}
