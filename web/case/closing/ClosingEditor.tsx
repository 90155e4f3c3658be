import { useQueryClient } from '@tanstack/react-query'
import type { ClosingSheet, ClosingView } from '#contract/case/closing.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useSignableDraft } from '#web/case/evaluation/useSignableDraft.ts'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, Notice } from '#web/ui/index.ts'
import { AftercareSection } from './AftercareSection.tsx'
import { closingQuery, keepDraft, keepInStep, saveClosing, submitClosing } from './closing.api.ts'
import { ClosingLead } from './ClosingLead.tsx'
import { AchievedSection, type ClosingFields, EndingSection, PartingSection } from './ClosingSections.tsx'
import { closingWords } from './closing.words.ts'
import { labelsOf } from './labels.ts'
import { ReachedPanel } from './ReachedPanel.tsx'

/** The closing as it is written; what the case reached stands beside it. Somebody else approves it, and that is said. */
export function ClosingEditor({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const { draft, signing, field } = useClosingDraft(view)
  const fields: ClosingFields = { sheet: draft.value, field, clientIsMinor: view.reached.clientIsMinor }
  return (
    <CaseFrame
      caseId={view.caseId}
      title={t('title')}
      lead={<ClosingLead view={view} />}
      aside={<ReachedPanel view={view} />}
    >
      <ReturnedNotice view={view} />
      <DraftSheetForm
        sheet={draft}
        labels={labelsOf(t)}
        actions={
          <>
            <ActionButton
              look="main"
              ability={view.abilities.submit}
              busy={signing.isPending}
              onClick={() => signing.mutate()}
            >
              {t('submit')}
            </ActionButton>
            <p className="field-hint">{t('submitHint')}</p>
          </>
        }
      >
        <div className="closing-sheet">
          <EndingSection fields={fields} />
          <AchievedSection fields={fields} />
          <PartingSection fields={fields} />
          <AftercareSection fields={fields} />
        </div>
        <OwnFields caseId={view.caseId} recordId={view.id} state={view.state} error={signing.error} />
        <RefusalNote error={signing.error} labels={labelsOf(t)} />
      </DraftSheetForm>
    </CaseFrame>
  )
}

/** Who returned the closing, and what they ask for. */
function ReturnedNotice({ view: { state, decided } }: { view: ClosingView }) {
  const t = useWords(closingWords)
  if (state !== 'returned' || !decided) return null
  return (
    <Notice tone="warn" title={t('returnedBy', { name: decided.by.name })}>
      <p dir="auto">{decided.note}</p>
    </Notice>
  )
}

function useClosingDraft(view: ClosingView) {
  const queries = useQueryClient()
  const { caseId, id } = view
  return useSignableDraft<ClosingSheet, ClosingView>({
    key: 'closing',
    view,
    save: async (sheet, version) => {
      const seen = await saveClosing(caseId, id, sheet, version)
      keepDraft(queries, seen)
      return seen
    },
    reload: () => queries.fetchQuery({ ...closingQuery(caseId, id), staleTime: 0 }),
    act: (version) => submitClosing(caseId, id, version),
    done: (seen) => keepInStep(queries, seen),
  })
}
