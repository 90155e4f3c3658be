import type { CrisisSheet, CrisisView } from '#contract/case/crisis.ts'
import { crisisDanger, dangerKind } from '#contract/codes/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { ChoiceField, LongTextField, ManyChoicesField, Section, TextField } from '#web/ui/index.ts'
import { changeCrisis, crisisQuery } from './crisis.api.ts'
import { crisisWords } from './crisis.words.ts'

const asDraft = ({ sheet, version }: CrisisView) => ({ value: sheet, version })

/** What is known of the crisis, saved as one writes. */
export function CrisisForm({ crisis }: { crisis: CrisisView }) {
  const t = useWords(crisisWords)
  const queries = useQueryClient()
  const { inquiryId, id } = crisis
  const query = crisisQuery(inquiryId)
  const sheet = useDraftSheet<CrisisSheet>({
    key: `crisis/${id}`,
    load: asDraft(crisis),
    save: async (value, version) => {
      const view = await changeCrisis(inquiryId, value, version)
      queries.setQueryData(query.queryKey, view)
      return asDraft(view)
    },
    reload: async () => asDraft(await queries.fetchQuery({ ...query, staleTime: 0 })),
  })
  const labels = {
    kinds: t('kinds'),
    danger: t('danger'),
    facts: t('facts'),
    personsAtRisk: t('personsAtRisk'),
    lifeSafety: t('lifeSafety'),
    propertySafety: t('propertySafety'),
  }
  return (
    <Section title={t('known')}>
      <DraftSheetForm sheet={sheet} labels={labels}>
        <ChoiceField label={t('danger')} choices={useChoices(crisisDanger)} {...sheet.field('danger')} />
        <ManyChoicesField label={t('kinds')} choices={useChoices(dangerKind)} {...sheet.field('kinds')} />
        <LongTextField label={t('facts')} rows={3} {...sheet.field('facts')} />
        <TextField label={t('personsAtRisk')} {...sheet.field('personsAtRisk')} />
        <LongTextField label={t('lifeSafety')} rows={2} {...sheet.field('lifeSafety')} />
        <LongTextField label={t('propertySafety')} rows={2} {...sheet.field('propertySafety')} />
      </DraftSheetForm>
    </Section>
  )
}
