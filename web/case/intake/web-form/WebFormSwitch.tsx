import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, CheckField, Notice, Section, Sheet, TextField } from '#web/ui/index.ts'
import { askAddress } from './ask-address.ts'
import { changeForm, ownFormQuery } from './web-form.api.ts'
import { webRequestWords } from './web-request.words.ts'

/** Opens or shuts the agency's public page; whoever runs the agency does. */
export function WebFormSwitch() {
  const t = useWords(webRequestWords)
  const queries = useQueryClient()
  const { data: form } = useSuspenseQuery(ownFormQuery)
  const typed = useTyped('web-form', () => form.sheet, form.version)
  const { value: sheet, change, version } = typed
  const saving = useMutation({
    mutationFn: (sent: typeof sheet) => changeForm(sent, version),
    onSuccess: (view, sent) => {
      typed.forget(sent)
      queries.setQueryData(ownFormQuery.queryKey, view)
    },
    onError: () => queries.invalidateQueries({ queryKey: ownFormQuery.queryKey }),
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
      <Sheet label={t('switch')} onSubmit={() => saving.mutate(sheet)} actions={actions}>
        <TypedBefore typed={typed} />
        <RefusalNote error={saving.error} />
        <CheckField label={t('open')} value={sheet.open} onChange={(open) => change({ open })} />
        <TextField
          label={t('numbers')}
          hint={t('numbersHint')}
          required
          value={sheet.emergencyNumbers}
          onChange={(emergencyNumbers) => change({ emergencyNumbers })}
          error={errorOf('emergencyNumbers')}
        />
        <TextField
          label={t('leaveTo')}
          hint={t('leaveToHint')}
          required
          value={sheet.leaveTo}
          onChange={(leaveTo) => change({ leaveTo })}
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
