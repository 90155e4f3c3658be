import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import { consentWords } from './consent.words.ts'
import { Consents } from './Consents.tsx'

/** The consents about the client of a case; what is given here is given in this case. */
export function CaseConsentsPage() {
  const t = useWords(consentWords)
  const caseId = useRouteParam('caseId')
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <Consents whose={{ personId: caseView.client.id, caseId }} />
    </CaseFrame>
  )
}
