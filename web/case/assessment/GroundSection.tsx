import { collectionMethod, explainedItem } from '#contract/codes/index.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  Section,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

/** When, where and from whom the facts were learned, what was explained, and what the client said. */
export function GroundSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const methods = useOwnChoices(collectionMethod)
  const items = useChoices(explainedItem)
  return (
    <>
      <Section title={t('ground')}>
        <FieldRow>
          <DateField label={t('heldOn')} required max={todayHere()} {...fields.field('heldOn')} />
          <TextField label={t('place')} {...fields.field('place')} />
        </FieldRow>
        <ManyChoicesField label={t('methods')} required choices={methods} {...fields.field('methods')} />
        <LongTextField
          label={t('informants')}
          hint={t('informantsHint')}
          rows={2}
          {...fields.field('informants')}
        />
        <ManyChoicesField
          label={t('explainedItems')}
          required
          choices={items}
          {...fields.field('explainedItems')}
        />
      </Section>
      <Section title={t('own')}>
        <LongTextField
          label={t('presenting')}
          hint={t('presentingHint')}
          required
          {...fields.field('presenting')}
        />
      </Section>
    </>
  )
}
