import type { FindingView } from '#contract/case/evidence.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { LongTextField } from '#web/ui/index.ts'
import { settleContradiction } from './evidence.api.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { evidenceWords } from './evidence.words.ts'
import { useEvidenceForm } from './useEvidenceForm.ts'

type SettleFormProps = { caseId: string; finding: FindingView; onDone: () => void }

/** Settles a contradiction with a note; everything that was said stays beside it. */
export function SettleForm({ caseId, finding, onDone }: SettleFormProps) {
  const t = useWords(evidenceWords)
  const { id, version } = finding
  const { typed, saving, field } = useEvidenceForm({
    caseId,
    key: `finding-settlement/${id}`,
    nothing: () => ({ note: '' }),
    send: ({ note }) => settleContradiction({ caseId, id, version }, note),
    onDone,
  })
  return (
    <EvidenceSheet
      label={t('settle')}
      busy={saving.isPending}
      ready={typed.value.note.trim() !== ''}
      onSave={() => saving.mutate()}
      onCancel={onDone}
    >
      <TypedBefore typed={typed} />
      <LongTextField label={t('settleNote')} hint={t('settleHint')} required {...field('note')} />
      <RefusalNote error={saving.error} labels={{ note: t('settleNote') }} />
    </EvidenceSheet>
  )
}
