import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import { PlaceReferrals } from './PlaceReferrals.tsx'
import { sharingWords } from './sharing.words.ts'

/** The referrals of the client of a case; what is written here runs beside this case. */
export function CaseReferralsPage() {
  const t = useWords(sharingWords)
  const caseId = useRouteParam('caseId')
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  return (
    <CaseFrame caseId={caseId} title={t('referrals')}>
      <PlaceReferrals place={{ personId: caseView.client.id, caseId, inquiryId: null }} />
    </CaseFrame>
  )
}
