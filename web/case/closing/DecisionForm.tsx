import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClosingDecision, ClosingView } from '#contract/case/closing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, LongTextField, Section, Sheet } from '#web/ui/index.ts'
import { decideClosing, keepInStep } from './closing.api.ts'
import { closingWords } from './closing.words.ts'

/** The approver’s word: approve the end of the case, or return it with what is missing. */
export function DecisionForm({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const queries = useQueryClient()
  const typed = useTyped(`closing-decision/${view.id}`, () => ({ note: '' }))
  const { note } = typed.value
  const deciding = useMutation({
    mutationFn: (decision: ClosingDecision['decision']) =>
      decideClosing(view.caseId, view.id, { decision, note }, view.version),
    onSuccess: (seen) => {
      typed.forget()
      return keepInStep(queries, seen)
    },
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
        <TypedBefore typed={typed} />
        <LongTextField
          id="note"
          label={t('note')}
          hint={t('noteHint')}
          rows={2}
          value={note}
          onChange={(text) => typed.change({ note: text })}
        />
        <RefusalNote error={deciding.error} labels={{ note: t('note') }} />
      </Sheet>
    </Section>
  )
}
