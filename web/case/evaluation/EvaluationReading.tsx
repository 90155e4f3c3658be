import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { EvaluationView } from '#contract/case/evaluation.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, LinkButton, Notice } from '#web/ui/index.ts'
import { BeginEvaluation } from './BeginEvaluation.tsx'
import { evaluationsQuery, keepInStep, signEvaluation } from './evaluation.api.ts'
import { EvaluationAside } from './EvaluationAside.tsx'
import { EvaluationLead } from './EvaluationLead.tsx'
import { EvaluationText } from './EvaluationText.tsx'
import { evaluationWords } from './evaluation.words.ts'

/** An evaluation to read, with the one thing its reader may do next. */
export function EvaluationReading({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const { data: list } = useSuspenseQuery(evaluationsQuery(view.caseId))
  return (
    <CaseFrame
      caseId={view.caseId}
      title={t('title')}
      lead={<EvaluationLead view={view} />}
      nextStep={<NextStep view={view} />}
      aside={<EvaluationAside view={view} />}
    >
      {view.state === 'awaiting-cosignature' && (
        <Notice>{view.abilities.cosign === 'yes' ? t('cosignLead') : t('waits')}</Notice>
      )}
      <InWordsOf at={view.signedAt}>
        <EvaluationText view={view} />
      </InWordsOf>
      <OwnFields caseId={view.caseId} recordId={view.id} state={view.state} />
      {list.abilities.open === 'yes' && <BeginEvaluation caseId={view.caseId} again />}
    </CaseFrame>
  )
}

function NextStep({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const queries = useQueryClient()
  const cosigning = useMutation({
    mutationFn: () => signEvaluation(view.caseId, view.id, 'cosignature', view.version),
    onSuccess: (seen) => keepInStep(queries, seen),
  })
  if (view.state === 'signed')
    return view.sheet.conclusion === 'close' ? (
      <LinkButton look="main" to={`/cases/${view.caseId}/closing`}>
        {t('toClosing')}
      </LinkButton>
    ) : null
  if (view.abilities.cosign !== 'yes') return null
  return (
    <>
      <ActionButton look="main" ability="yes" busy={cosigning.isPending} onClick={() => cosigning.mutate()}>
        {t('cosign')}
      </ActionButton>
      <RefusalNote error={cosigning.error} />
    </>
  )
}
