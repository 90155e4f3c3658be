import './assessment.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { AssessmentState } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Button, Notice, Page } from '#web/ui/index.ts'
import { assessmentQuery } from './assessment.api.ts'
import { clientViewWords } from './client-view.words.ts'
import { ClientViewForm } from './ClientViewForm.tsx'
import { ClientViewSection } from './ClientViewSection.tsx'
import { assessmentPlace } from './places.ts'
import { PlainAssessment } from './PlainAssessment.tsx'

const isEarly = (state: AssessmentState) => state === 'draft' || state === 'awaiting-cosignature'

/** The assessment in plain words and large type, to read side by side with the client, who then answers. */
export function TogetherPage() {
  const t = useWords(clientViewWords)
  const caseId = useRouteParam('caseId')
  const assessmentId = useRouteParam('assessmentId')
  const { value: view } = useSuspenseQuery(assessmentQuery(caseId, assessmentId)).data
  const mayConfirm = view.abilities.confirm === 'yes'
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: assessmentPlace(caseId, assessmentId), label: t('back') }}
      actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <PlainAssessment view={view} />
      <ClientViewSection view={view} />
      {isEarly(view.state) && <Notice>{t('waiting')}</Notice>}
      {mayConfirm && <ClientViewForm view={view} />}
    </Page>
  )
}
