import './assessment.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { AssessmentState, AssessmentView } from '#contract/case/assessment.ts'
import { languages } from '#contract/language.ts'
import { InLanguage, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, Notice, Page } from '#web/ui/index.ts'
import { assessmentQuery } from './assessment.api.ts'
import { emptyAnswer, yetToSpeak } from './client-answer.ts'
import { clientViewWords } from './client-view.words.ts'
import { ClientViewForm } from './ClientViewForm.tsx'
import { ClientViewSection } from './ClientViewSection.tsx'
import { MaskedNotice } from './MaskedNotice.tsx'
import { HandedOver } from './HandedOver.tsx'
import { assessmentPlace } from './places.ts'
import { PlainAssessment } from './PlainAssessment.tsx'

const isEarly = (state: AssessmentState) => state === 'draft' || state === 'awaiting-cosignature'

/** The assessment in plain words and large type, to read side by side with the client, who then answers. */
export function TogetherPage() {
  const caseId = useRouteParam('caseId')
  const assessmentId = useRouteParam('assessmentId')
  const { value: view } = useSuspenseQuery(assessmentQuery(caseId, assessmentId)).data
  return <Together key={view.id} view={view} />
}

function Together({ view }: { view: AssessmentView }) {
  const t = useWords(clientViewWords)
  const { language: own } = useLanguage()
  const [first] = yetToSpeak(view)
  const key = `client-view/${view.id}${first && view.clientView ? `/${first.id}` : ''}`
  const typed = useTyped(key, () => emptyAnswer(first?.id ?? view.case.client.id, new Date()))
  const { value: answer, change } = typed
  const mayConfirm = view.abilities.confirm === 'yes' || view.abilities.confirmBeside === 'yes'
  const language = answer.language ?? own
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: assessmentPlace(view.case.id, view.id), label: t('back') }}
      actions={
        <>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          {mayConfirm && (
            <Button look="main" onClick={() => change({ handed: true, language })}>
              {t('handOver')}
            </Button>
          )}
        </>
      }
    >
      <div className="reading-language">
        <ChoiceField
          label={t('readIn')}
          choices={languages.map((one) => ({ value: one, label: t(one) }))}
          value={language}
          onChange={(chosen) => change({ language: chosen })}
        />
      </div>
      <MaskedNotice caseId={view.case.id} kinds={view.masked && view.masked.kinds} />
      {!view.masked?.said && (
        <InLanguage language={language}>
          <PlainAssessment clientName={view.case.client.name} sheet={view.sheet} />
        </InLanguage>
      )}
      <ClientViewSection view={view} />
      {isEarly(view.state) && <Notice>{t('waiting')}</Notice>}
      {mayConfirm && <ClientViewForm view={view} typed={typed} />}
      {mayConfirm && answer.handed && <HandedOver view={view} typed={typed} language={language} />}
    </Page>
  )
}
