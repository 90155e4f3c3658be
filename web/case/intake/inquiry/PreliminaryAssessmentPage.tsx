import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouteParam } from '#web/app/navigation.tsx'
import { InquiryRecord } from './InquiryRecord.tsx'
import { inquiryQuery } from './inquiry.api.ts'
import { PreliminaryDesk } from './PreliminaryDesk.tsx'

/** The preliminary assessment of a first contact; only its record for whoever may not or can no longer write it. */
export function PreliminaryAssessmentPage() {
  const id = useRouteParam('inquiryId')
  const { data: inquiry } = useSuspenseQuery(inquiryQuery(id))
  if (inquiry.abilities.assess === 'yes') return <PreliminaryDesk key={id} inquiry={inquiry} />
  return <InquiryRecord inquiry={inquiry} here="assessment" />
}
