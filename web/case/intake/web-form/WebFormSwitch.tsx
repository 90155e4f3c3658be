import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, CheckField, Notice, Section, Sheet, TextField } from '#web/ui/index.ts'
import { askAddress } from './ask-address.ts'
import { changeForm, ownFormQuery } from './web-form.api.ts'
import { webRequestWords } from './web-request.words.ts'

/** Opens or shuts the agency's public page; whoever runs the agency does. */
export function WebFormSwitch() {
  const t = useWords(webRequestWords)
  const queries = useQueryClient()
  const { data: form } = useSuspenseQuery(ownFormQuery)
  const [sheet, write] = useState(form.sheet)
  const saving = useMutation({
    mutationFn: () => changeForm(sheet, form.version),
    onSuccess: (view) => queries.setQueryData(ownFormQuery.queryKey, view),
  })
  const errorOf = useRefusedFields(saving.error)
  if (form.abilities.change !== 'yes') return null
  const address = askAddress(window.location.origin, form.agencyId)
  const actions = (
    <Button type="submit" busy={saving.isPending}>
      {t('save')}
    </Button>
  )
  return (
    <Section title={t('switch')} lead={t('switchLead')}>
      {saving.isSuccess && <Notice>{t('saved')}</Notice>}
      <Sheet label={t('switch')} onSubmit={() => saving.mutate()} actions={actions}>
        <RefusalNote error={saving.error} />
        <CheckField label={t('open')} value={sheet.open} onChange={(open) => write({ ...sheet, open })} />
        <TextField
          label={t('numbers')}
          hint={t('numbersHint')}
          required
          value={sheet.emergencyNumbers}
          onChange={(emergencyNumbers) => write({ ...sheet, emergencyNumbers })}
          error={errorOf('emergencyNumbers')}
        />
        <TextField
          label={t('leaveTo')}
          hint={t('leaveToHint')}
          required
          value={sheet.leaveTo}
          onChange={(leaveTo) => write({ ...sheet, leaveTo })}
          error={errorOf('leaveTo')}
        />
      </Sheet>
      {form.sheet.open && (
        <p>
          {t('address')} <a href={address}>{address}</a>
        </p>
      )}
    </Section>
  )
}
