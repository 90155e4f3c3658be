import type { AddSource, FindingView } from '#contract/case/evidence.ts'
import { sourceStance } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import { addSource } from './evidence.api.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { evidenceWords } from './evidence.words.ts'
import { recordWords } from './record.words.ts'
import { noSource, SourceFields, sourceFrom, type SourceTyped } from './SourceFields.tsx'
import { useEvidenceForm } from './useEvidenceForm.ts'

type Typed = SourceTyped & { stance: AddSource['stance'] | null }

function whole({ stance, ...typed }: Typed): AddSource | null {
  const source = sourceFrom(typed)
  return source && stance ? { ...source, stance } : null
}

type SourceFormProps = { caseId: string; finding: FindingView; onDone: () => void }

/** A further source beside those that are there: the same, or otherwise. */
export function SourceForm({ caseId, finding, onDone }: SourceFormProps) {
  const t = useWords(recordWords)
  const say = useWords(evidenceWords)
  const stances = useChoices(sourceStance)
  const { id, version } = finding
  const { typed, saving, errorOf, field } = useEvidenceForm<Typed>({
    caseId,
    key: `finding-source/${id}`,
    nothing: () => ({ ...noSource(), stance: null }),
    send: (value) => {
      const source = whole(value)
      return source && addSource({ caseId, id, version }, source)
    },
    onDone,
  })
  return (
    <EvidenceSheet
      label={say('addSource')}
      busy={saving.isPending}
      ready={whole(typed.value) !== null}
      onSave={() => saving.mutate()}
      onCancel={onDone}
    >
      <TypedBefore typed={typed} />
      <SourceFields caseId={caseId} value={typed.value} onChange={typed.change} errorOf={errorOf} />
      <ChoiceField label={t('stance')} required choices={stances} {...field('stance')} />
      <RefusalNote error={saving.error} labels={{ learnedOn: t('learnedOn') }} />
    </EvidenceSheet>
  )
}
