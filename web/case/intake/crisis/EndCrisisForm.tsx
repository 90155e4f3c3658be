import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CrisisView } from '#contract/case/crisis.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, LongTextField, Section, Sheet } from '#web/ui/index.ts'
import { crisisQuery, endCrisis } from './crisis.api.ts'
import { crisisWords } from './crisis.words.ts'

/** Ends the crisis with its outcome; after that nothing of it changes. */
export function EndCrisisForm({ crisis }: { crisis: CrisisView }) {
  const t = useWords(crisisWords)
  const queries = useQueryClient()
  const typed = useTyped(`crisis-end/${crisis.id}`, () => ({ outcome: '' }))
  const { outcome } = typed.value
  const ending = useMutation({
    mutationFn: () => endCrisis(crisis.inquiryId, outcome, crisis.version),
    onSuccess: (view) => {
      typed.forget()
      queries.setQueryData(crisisQuery(crisis.inquiryId).queryKey, view)
    },
  })
  const errorOf = useRefusedFields(ending.error)
  const actions = (
    <Button type="submit" busy={ending.isPending}>
      {t('endButton')}
    </Button>
  )
  return (
    <Section title={t('end')}>
      <Sheet label={t('end')} onSubmit={() => ending.mutate()} actions={actions}>
        <RefusalNote error={ending.error} labels={{ outcome: t('outcome') }} />
        <LongTextField
          label={t('outcome')}
          required
          rows={2}
          value={outcome}
          onChange={(text) => typed.change({ outcome: text })}
          error={errorOf('outcome')}
        />
      </Sheet>
    </Section>
  )
}
