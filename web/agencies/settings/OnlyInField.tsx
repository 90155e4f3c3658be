import { type WorkflowTemplate, workflowTemplate } from '#contract/codes/index.ts'
import { useChoices, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import { fieldsWords } from './fields.words.ts'

type OnlyIn = WorkflowTemplate | null

/** In the cases of which template a field is asked or a deadline set. */
export function OnlyInField({ value, onChange }: { value: OnlyIn; onChange: (only: OnlyIn) => void }) {
  const t = useWords(fieldsWords)
  return (
    <ChoiceField
      label={t('onlyIn')}
      choices={[{ value: '', label: t('inAll') }, ...useChoices(workflowTemplate)]}
      value={value ?? ''}
      onChange={(only) => onChange(only || null)}
    />
  )
}

/** The same in words. */
export function useOnlyIn(only: OnlyIn) {
  const t = useWords(fieldsWords)
  const label = useLabel()
  return only === null ? t('inAll') : label(workflowTemplate, only)
}
