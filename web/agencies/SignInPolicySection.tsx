import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgencyView } from '#contract/agencies.ts'
import { SecondFactorFor } from '#contract/account.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useProof } from '#web/access/useProof.tsx'
import { ActionButton, ChoiceField, Notice, Section, Sheet } from '#web/ui/index.ts'
import { agencyQuery, saveSignInPolicy } from './agencies.api.ts'
import { signInWords } from './sign-in.words.ts'

/** Whose second factor the agency asks for. */
export function SignInPolicySection({ agency }: { agency: AgencyView }) {
  const t = useWords(signInWords)
  const queries = useQueryClient()
  const { proving, dialog } = useProof()
  const [secondFactorFor, choose] = useState<SecondFactorFor>(agency.secondFactorFor)
  const saving = useMutation({
    mutationFn: () => proving(() => saveSignInPolicy({ secondFactorFor }, agency.version)),
    onSuccess: () => queries.invalidateQueries({ queryKey: agencyQuery.queryKey }),
  })
  const save = (
    <ActionButton ability={agency.abilities.change} type="submit" busy={saving.isPending}>
      {t('save')}
    </ActionButton>
  )
  return (
    <Section title={t('policy')} lead={t('policyLead')}>
      <Sheet label={t('policy')} onSubmit={() => saving.mutate()} actions={save}>
        <RefusalNote error={saving.error} />
        {saving.isSuccess && <Notice>{t('saved')}</Notice>}
        <ChoiceField
          label={t('whom')}
          choices={SecondFactorFor.options.map((value) => ({ value, label: t(value) }))}
          value={secondFactorFor}
          onChange={choose}
        />
      </Sheet>
      {dialog}
    </Section>
  )
}
