import type { AssessmentSheet, AssessmentView } from '#contract/case/assessment.ts'
import { assessmentKind } from '#contract/codes/index.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, Badge } from '#web/ui/index.ts'
import { AssessmentsPanel } from './AssessmentsPanel.tsx'
import { assessmentWords } from './assessment.words.ts'
import { ConclusionSection } from './ConclusionSection.tsx'
import { EvidencePanel } from './evidence/EvidencePanel.tsx'
import { GroundSection } from './GroundSection.tsx'
import type { AssessmentFields } from './fields.ts'
import { InterviewPanel } from './InterviewPanel.tsx'
import { labelsOf, pathLabels } from './labels.ts'
import { LifeSection } from './LifeSection.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { ProblemsSection } from './ProblemsSection.tsx'
import { SheetValue } from './SheetValue.tsx'
import { sheetWords } from './sheet.words.ts'
import { ShownRefusal } from './ShownRefusal.tsx'
import { StrengthsSection } from './StrengthsSection.tsx'
import { SystemsSection } from './SystemsSection.tsx'
import { useAssessmentDraft } from './useAssessmentDraft.ts'

/** The sheet from top to bottom: strengths stand before problems, and the interview beside it. */
export function DraftAssessment({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const say = useWords(sheetWords)
  const label = useLabel()
  const { draft, signing, fields } = useAssessmentDraft(view)
  const take = (text: string) =>
    fields.set('presenting')([fields.sheet.presenting, text].filter((part) => part !== '').join('\n'))
  return (
    <CaseFrame
      caseId={view.case.id}
      title={t('title')}
      lead={<AssessmentLead view={view} kind={label(assessmentKind, view.kind)} />}
      aside={
        <>
          <InterviewPanel caseId={view.case.id} presenting={fields.sheet.presenting} take={take} />
          <EvidencePanel caseId={view.case.id} />
          <AssessmentsPanel caseId={view.case.id} shownId={view.id} />
        </>
      }
    >
      <DraftSheetForm
        sheet={draft}
        labels={labelsOf(say)}
        show={showField}
        actions={<SignButton view={view} busy={signing.isPending} sign={() => signing.mutate()} />}
      >
        <WholeSheet fields={fields} />
        <OwnFields caseId={view.case.id} recordId={view.id} state={view.state} error={signing.error} />
        <ShownRefusal error={signing.error} labels={pathLabels(say, draft.value)} />
      </DraftSheetForm>
    </CaseFrame>
  )
}

function WholeSheet({ fields }: { fields: AssessmentFields }) {
  return (
    <div className="assessment-sheet">
      <GroundSection fields={fields} />
      <StrengthsSection fields={fields} />
      <LifeSection fields={fields} />
      <SystemsSection fields={fields} />
      <ProblemsSection fields={fields} />
      <NeedsSection fields={fields} />
      <ConclusionSection fields={fields} />
    </div>
  )
}

const showField = (field: keyof AssessmentSheet, sheet: AssessmentSheet) => (
  <SheetValue field={field} sheet={sheet} />
)

/** The kind of the assessment, where it stands, and what it is for. */
export function AssessmentLead({ view, kind }: { view: AssessmentView; kind: string }) {
  const t = useWords(assessmentWords)
  return (
    <p className="assessment-lead">
      <span>{kind}</span>
      <Badge tone={view.state === 'confirmed' || view.state === 'corrected' ? 'done' : 'info'}>
        {t(view.state)}
      </Badge>
      <span>{t('writtenBy', { name: view.author.name })}</span>
    </p>
  )
}

function SignButton({ view, busy, sign }: { view: AssessmentView; busy: boolean; sign: () => void }) {
  const t = useWords(assessmentWords)
  const { worker } = useMe()
  return (
    <>
      <ActionButton look="main" ability={view.abilities.sign} busy={busy} onClick={sign}>
        {t('sign')}
      </ActionButton>
      <p className="field-hint">{worker.level === 4 ? t('signLevel4Hint') : t('signHint')}</p>
    </>
  )
}
