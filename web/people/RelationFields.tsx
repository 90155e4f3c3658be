import { familyRelation } from '#contract/codes/index.ts'
import type { RelationSheet } from '#contract/people.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, LongTextField } from '#web/ui/index.ts'
import { relativesWords } from './relatives.words.ts'

/** What is said of two people; the kind is null until it was chosen. */
export type RelationFacts = Omit<RelationSheet, 'kind' | 'ended'> & { kind: RelationSheet['kind'] | null }

type RelationFieldsProps = {
  facts: RelationFacts
  onChange: (facts: RelationFacts) => void
  kindError?: string | undefined
}

/** What one person is to another. */
export function RelationFields({ facts, onChange, kindError }: RelationFieldsProps) {
  const t = useWords(relativesWords)
  const kinds = useChoices(familyRelation)
  const set =
    <Key extends keyof RelationFacts>(key: Key) =>
    (value: RelationFacts[Key]) =>
      onChange({ ...facts, [key]: value })
  return (
    <>
      <ChoiceField
        label={t('kind')}
        required
        choices={kinds}
        value={facts.kind}
        onChange={set('kind')}
        error={kindError}
      />
      <div className="relation-checks">
        <CheckField
          label={t('guardian')}
          hint={t('guardianHint')}
          value={facts.guardian}
          onChange={set('guardian')}
        />
        <CheckField label={t('caregiver')} value={facts.caregiver} onChange={set('caregiver')} />
        <CheckField label={t('livesTogether')} value={facts.livesTogether} onChange={set('livesTogether')} />
      </div>
      {facts.guardian && (
        <LongTextField
          label={t('proof')}
          hint={t('proofHint')}
          rows={1}
          value={facts.proof}
          onChange={set('proof')}
        />
      )}
    </>
  )
}
