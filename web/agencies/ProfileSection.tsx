import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgencyProfile, AgencyView } from '#contract/agencies.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, FieldRow, LongTextField, Notice, Section, Sheet, TextField } from '#web/ui/index.ts'
import { agencyQuery, saveAgency } from './agencies.api.ts'
import { agenciesWords } from './agencies.words.ts'
import { useRefusedFields } from './useRefusedFields.ts'

/** What the agency says of itself: name, scope, area, whom it serves, how case numbers begin. */
export function ProfileSection({ agency }: { agency: AgencyView }) {
  const t = useWords(agenciesWords)
  const queries = useQueryClient()
  const typed = useTyped('agency-profile', () => agency.profile, agency.version)
  const { value: profile, version } = typed
  const saving = useMutation({
    mutationFn: (sent: AgencyProfile) => saveAgency(sent, version),
    onSuccess: (_, sent) => typed.forget(sent),
    onSettled: () => queries.invalidateQueries({ queryKey: agencyQuery.queryKey }),
  })
  const errorOf = useRefusedFields(saving.error)
  const field = (key: 'name' | 'serviceScope' | 'serviceArea' | 'clientRequirements' | 'casePrefix') => ({
    value: profile[key],
    onChange: (value: string) => typed.change({ [key]: value }),
    error: errorOf(key),
  })
  const save = (
    <ActionButton ability={agency.abilities.change} type="submit" busy={saving.isPending}>
      {t('save')}
    </ActionButton>
  )
  return (
    <Section title={t('profile')} lead={t('profileLead')}>
      <Sheet label={t('profile')} onSubmit={() => saving.mutate(profile)} actions={save}>
        <TypedBefore typed={typed} />
        <RefusalNote error={saving.error} />
        {saving.isSuccess && <Notice>{t('saved')}</Notice>}
        <FieldRow>
          <TextField label={t('name')} required {...field('name')} />
          <TextField label={t('prefix')} hint={t('prefixHint')} {...field('casePrefix')} />
        </FieldRow>
        <LongTextField label={t('scope')} {...field('serviceScope')} />
        <LongTextField label={t('area')} {...field('serviceArea')} />
        <LongTextField label={t('requirements')} {...field('clientRequirements')} />
      </Sheet>
    </Section>
  )
}
