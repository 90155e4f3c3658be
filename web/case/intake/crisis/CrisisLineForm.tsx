import { useMutation, useQueryClient } from '@tanstack/react-query'
import { crisisLineKind, type CrisisLineKind } from '#contract/codes/index.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, FieldRow, MomentField, Sheet, TextField } from '#web/ui/index.ts'
import { addCrisisLine, crisisQuery } from './crisis.api.ts'
import { crisisWords } from './crisis.words.ts'

const emptyLine = () => ({
  id: crypto.randomUUID(),
  kind: 'measure' as CrisisLineKind,
  what: '',
  who: '',
  result: '',
  doneAt: new Date().toISOString(),
})

/** One thing that was done, at its time; the moment is now unless one says otherwise. */
export function CrisisLineForm({ inquiryId }: { inquiryId: string }) {
  const t = useWords(crisisWords)
  const queries = useQueryClient()
  const typed = useTyped(`crisis-line/${inquiryId}`, emptyLine)
  const { value: line, set: write } = typed
  const kinds = useChoices(crisisLineKind)
  const adding = useMutation({
    mutationFn: () => addCrisisLine(inquiryId, line),
    onSuccess: (view) => {
      queries.setQueryData(crisisQuery(inquiryId).queryKey, view)
      typed.forget()
      typed.beginAnew()
    },
  })
  const errorOf = useRefusedFields(adding.error)
  const actions = (
    <Button type="submit" busy={adding.isPending}>
      {t('add')}
    </Button>
  )
  return (
    <Sheet label={t('add')} onSubmit={() => adding.mutate()} actions={actions}>
      <RefusalNote error={adding.error} labels={{ what: t('what') }} />
      <ChoiceField
        label={t('kind')}
        choices={kinds}
        value={line.kind}
        onChange={(kind) => write({ ...line, kind })}
      />
      <TextField
        label={t('what')}
        required
        value={line.what}
        onChange={(what) => write({ ...line, what })}
        error={errorOf('what')}
      />
      <FieldRow>
        <TextField label={t('who')} value={line.who} onChange={(who) => write({ ...line, who })} />
        <TextField
          label={t('result')}
          value={line.result}
          onChange={(result) => write({ ...line, result })}
        />
      </FieldRow>
      <MomentField
        label={t('at')}
        value={line.doneAt}
        onChange={(doneAt) => write({ ...line, doneAt: doneAt ?? line.doneAt })}
      />
    </Sheet>
  )
}
