import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosingDecision, ClosingView } from '#contract/case/closing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, LongTextField, Section, Sheet } from '#web/ui/index.ts'
import { decideClosing, keepInStep } from './closing.api.ts'
import { closingWords } from './closing.words.ts'

/** The approver’s word: approve the end of the case, or return it with what is missing. */
export function DecisionForm({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const deciding = useMutation({
    mutationFn: (decision: ClosingDecision['decision']) =>
      decideClosing(view.caseId, view.id, { decision, note }, view.version),
    onSuccess: (seen) => keepInStep(queries, seen),
  })
  return (
    <Section title={t('decideTitle')} lead={t('decideLead')}>
      <Sheet
        label={t('decideTitle')}
        actions={
          <>
            <Button look="main" busy={deciding.isPending} onClick={() => deciding.mutate('approve')}>
              {t('approve')}
            </Button>
            <Button busy={deciding.isPending} onClick={() => deciding.mutate('return')}>
              {t('giveBack')}
            </Button>
          </>
        }
      >
        <LongTextField
          id="note"
          label={t('note')}
          hint={t('noteHint')}
          rows={2}
          value={note}
          onChange={setNote}
        />
        <RefusalNote error={deciding.error} labels={{ note: t('note') }} />
      </Sheet>
    </Section>
  )
}
