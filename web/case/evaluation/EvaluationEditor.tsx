import { useQueryClient } from '@tanstack/react-query'
import type { EvaluationSheet, EvaluationView } from '#contract/case/evaluation.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton } from '#web/ui/index.ts'
import { evaluationQuery, keepDraft, keepInStep, saveEvaluation, signEvaluation } from './evaluation.api.ts'
import { EvaluationAside } from './EvaluationAside.tsx'
import { EvaluationLead } from './EvaluationLead.tsx'
import { evaluationWords } from './evaluation.words.ts'
import type { EvaluationFields } from './fields.ts'
import { ConclusionSection, HowSection } from './FrameSections.tsx'
import { GapsSection } from './GapsSection.tsx'
import { GoalsSection } from './GoalsSection.tsx'
import { labelsOf, pathLabels } from './labels.ts'
import { AppraisalSection, ChangesSection, ProcessSection } from './RatingsSections.tsx'
import { useSignableDraft } from './useSignableDraft.ts'

/** The evaluation as it is written: goals first, the score beside them, then how it went and what follows. */
export function EvaluationEditor({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const { language } = useLanguage()
  const { draft, signing, errorAt, field } = useEvaluationDraft(view)
  const { kind, goals, attainment } = view
  const fields: EvaluationFields = {
    kind,
    goals,
    attainment,
    sheet: draft.value,
    set: draft.set,
    field,
    errorAt,
  }
  return (
    <CaseFrame
      caseId={view.caseId}
      title={t('title')}
      lead={<EvaluationLead view={view} />}
      aside={<EvaluationAside view={view} />}
    >
      <DraftSheetForm
        sheet={draft}
        labels={labelsOf(t)}
        actions={<SignButton view={view} busy={signing.isPending} sign={() => signing.mutate()} />}
      >
        <WholeSheet fields={fields} />
        <OwnFields caseId={view.caseId} recordId={view.id} state={view.state} error={signing.error} />
        <RefusalNote error={signing.error} labels={pathLabels(t, language, view)} />
      </DraftSheetForm>
    </CaseFrame>
  )
}

/** Only an evaluation of the outcome asks for what changed, how the plan fitted, and the gaps. */
function WholeSheet({ fields }: { fields: EvaluationFields }) {
  const isOutcome = fields.kind === 'outcome'
  return (
    <div className="evaluation-sheet">
      <GoalsSection fields={fields} />
      {isOutcome && <GapsSection fields={fields} />}
      {isOutcome && <ChangesSection fields={fields} />}
      <ProcessSection fields={fields} />
      {isOutcome && <AppraisalSection fields={fields} />}
      <HowSection fields={fields} />
      <ConclusionSection fields={fields} />
    </div>
  )
}

function SignButton({ view, busy, sign }: { view: EvaluationView; busy: boolean; sign: () => void }) {
  const t = useWords(evaluationWords)
  const { worker } = useMe()
  return (
    <>
      <ActionButton look="main" ability={view.abilities.sign} busy={busy} onClick={sign}>
        {t('sign')}
      </ActionButton>
      <p className="field-hint">{worker.level === 4 ? t('signLevel4') : t('signHint')}</p>
    </>
  )
}

function useEvaluationDraft(view: EvaluationView) {
  const queries = useQueryClient()
  const { caseId, id } = view
  return useSignableDraft<EvaluationSheet, EvaluationView>({
    key: 'evaluation',
    view,
    save: async (sheet, version) => {
      const seen = await saveEvaluation(caseId, id, sheet, version)
      keepDraft(queries, seen)
      return seen
    },
    reload: () => queries.fetchQuery({ ...evaluationQuery(caseId, id), staleTime: 0 }),
    act: (version) => signEvaluation(caseId, id, 'signature', version),
    done: (seen) => keepInStep(queries, seen),
  })
}
