import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CheckIn, WaitView } from '#contract/case/waiting.ts'
import { riskLevel } from '#contract/codes/index.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Button,
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  Sheet,
  todayHere,
  YesNoField,
} from '#web/ui/index.ts'
import { checkIn, waitQuery } from './waiting.api.ts'
import { waitingWords } from './waiting.words.ts'

const daysBetweenCheckIns = 14

function inTwoWeeks() {
  const day = new Date(`${todayHere()}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + daysBetweenCheckIns)
  return day.toISOString().slice(0, 10)
}

/** Asked after somebody who waits: what changed, whether they still wish to, and when one asks again. */
export function CheckInForm({ wait }: { wait: WaitView }) {
  const t = useWords(waitingWords)
  const queries = useQueryClient()
  const typed = useTyped<CheckIn>(`check-in/${wait.inquiryId}/${wait.version}`, () => ({
    id: crypto.randomUUID(),
    whatChanged: '',
    stillWishes: true,
    priority: wait.priority,
    nextOn: inTwoWeeks(),
  }))
  const { value: said, set: say } = typed
  const saving = useMutation({
    mutationFn: () => checkIn(wait.inquiryId, said, wait.version),
    onSuccess: (view) => {
      typed.forget()
      queries.setQueryData(waitQuery(wait.inquiryId).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['waits', 'place'] })
      void queries.invalidateQueries({ queryKey: ['waits', 'check-in'] })
    },
  })
  const errorOf = useRefusedFields(saving.error)
  const actions = (
    <Button type="submit" look="main" busy={saving.isPending}>
      {t('save')}
    </Button>
  )
  return (
    <Sheet label={t('checkIn')} onSubmit={() => saving.mutate()} actions={actions}>
      <RefusalNote error={saving.error} labels={{ whatChanged: t('whatChanged'), nextOn: t('nextCheck') }} />
      <LongTextField
        id="whatChanged"
        label={t('whatChanged')}
        hint={t('whatChangedHint')}
        required
        rows={2}
        value={said.whatChanged}
        onChange={(whatChanged) => say({ ...said, whatChanged })}
        error={errorOf('whatChanged')}
      />
      <YesNoField
        label={t('stillWishes')}
        value={said.stillWishes}
        onChange={(stillWishes) => say({ ...said, stillWishes: stillWishes ?? true })}
      />
      <ChoiceField
        label={t('priority')}
        choices={useChoices(riskLevel)}
        value={said.priority}
        onChange={(priority) => say({ ...said, priority })}
      />
      <FieldRow>
        <DateField
          id="nextOn"
          label={t('nextCheck')}
          required
          value={said.nextOn}
          onChange={(nextOn) => say({ ...said, nextOn: nextOn ?? said.nextOn })}
          error={errorOf('nextOn')}
        />
      </FieldRow>
    </Sheet>
  )
}
