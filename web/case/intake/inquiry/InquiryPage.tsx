import '../intake.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouteParam } from '#web/app/navigation.tsx'
import { InquiryDesk } from './InquiryDesk.tsx'
import { InquiryRecord } from './InquiryRecord.tsx'
import { inquiryQuery } from './inquiry.api.ts'

/** One first contact: its sheet while it is worked on, its record afterwards. */
export function InquiryPage() {
  const id = useRouteParam('inquiryId')
  const { data: inquiry } = useSuspenseQuery(inquiryQuery(id))
  // Protecting the reporter takes fields out of the sheet: what is drawn begins anew from what is kept.
  const writable = inquiry.state !== 'concluded' && inquiry.abilities.change === 'yes'
  return writable ? (
    <InquiryDesk key={`${id} ${inquiry.reporter.protected}`} inquiry={inquiry} />
  ) : (
    <InquiryRecord inquiry={inquiry} />
  )
}
