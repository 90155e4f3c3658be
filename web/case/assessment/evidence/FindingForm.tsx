import type { RecordFinding } from '#contract/case/evidence.ts'
import { evidenceField, findingSide, sensitiveKind, systemLevel } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { ChoiceField, FieldRow, ManyChoicesField, TextField } from '#web/ui/index.ts'
import { recordFinding } from './evidence.api.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { evidenceWords } from './evidence.words.ts'
import { recordWords } from './record.words.ts'
import { noSource, SourceFields, sourceFrom, type SourceTyped } from './SourceFields.tsx'
import { useEvidenceForm } from './useEvidenceForm.ts'

type Typed = Omit<RecordFinding, 'field' | 'side' | 'level' | 'source'> & {
  field: RecordFinding['field'] | null
  side: RecordFinding['side'] | null
  level: RecordFinding['level'] | null
  source: SourceTyped
}

const nothing = (): Typed => ({
  id: crypto.randomUUID(),
  field: null,
  matter: '',
  side: null,
  level: null,
  sensitiveKinds: [],
  source: noSource(),
})

/** The finding as it is sent, or null while something is missing. */
function findingFrom({ field, side, level, source, ...typed }: Typed): RecordFinding | null {
  const first = sourceFrom(source)
  if (!field || !side || !level || !first || typed.matter.trim() === '') return null
  return { ...typed, field, side, level, source: first }
}

/** A finding with its first source, written down once. */
export function FindingForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const t = useWords(recordWords)
  const say = useWords(evidenceWords)
  const fields = useChoices(evidenceField)
  const sides = useChoices(findingSide)
  const levels = useChoices(systemLevel)
  const kinds = useChoices(sensitiveKind).filter(({ value }) => value !== 'under-fourteen')
  const { typed, saving, errorOf, field } = useEvidenceForm({
    caseId,
    key: `finding/${caseId}`,
    nothing,
    send: (value) => {
      const whole = findingFrom(value)
      return whole && recordFinding(caseId, whole)
    },
    onDone,
  })
  const { value, change } = typed
  return (
    <EvidenceSheet
      label={say('add')}
      busy={saving.isPending}
      ready={findingFrom(value) !== null}
      onSave={() => saving.mutate()}
      onCancel={onDone}
    >
      <TypedBefore typed={typed} />
      <FieldRow>
        <ChoiceField label={t('field')} required choices={fields} {...field('field')} />
        <TextField label={t('matter')} hint={t('matterHint')} required maxLength={200} {...field('matter')} />
      </FieldRow>
      <ChoiceField label={t('side')} required choices={sides} {...field('side')} />
      <ChoiceField label={t('level')} required choices={levels} {...field('level')} />
      <SourceFields
        caseId={caseId}
        value={value.source}
        onChange={(part) => change({ source: { ...value.source, ...part } })}
        errorOf={(name) => errorOf(`source.${name}`)}
      />
      <ManyChoicesField
        label={t('sensitiveKinds')}
        hint={t('sensitiveHint')}
        choices={kinds}
        {...field('sensitiveKinds')}
      />
      <RefusalNote error={saving.error} labels={{ 'source.learnedOn': t('learnedOn') }} />
    </EvidenceSheet>
  )
}
