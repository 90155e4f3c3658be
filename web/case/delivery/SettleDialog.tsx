import type { StepSettlement, StepView } from '#contract/case/delivery.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, DateField, Dialog, LongTextField, todayHere } from '#web/ui/index.ts'
import { settleStep } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { useStepAct } from './useStepAct.ts'

type SettleDialogProps = { caseId: string; step: StepView; state: StepSettlement['state']; close: () => void }

const begun = (): { outcome: string; doneOn: string | null } => ({ outcome: '', doneOn: todayHere() })

/** A step ends: with what came of it, or with why it will not be done. */
export function SettleDialog({ caseId, step, state, close }: SettleDialogProps) {
  const t = useWords(deliveryWords)
  const isDone = state === 'done'
  const typed = useTyped(`step-${state}/${step.id}`, begun)
  const { outcome, doneOn } = typed.value
  const done = () => {
    typed.forget()
    close()
  }
  const { act, errorOf } = useStepAct(caseId, (body: StepSettlement) => settleStep(caseId, step, body), done)
  const keep = () => act.mutate({ state, outcome, doneOn: isDone ? doneOn : null })
  const buttons = (
    <>
      <Button look="main" busy={act.isPending} onClick={keep}>
        {t('keep')}
      </Button>
      <Button onClick={close}>{t('back')}</Button>
    </>
  )
  return (
    <Dialog open title={t(isDone ? 'doneTitle' : 'cancelTitle')} onClose={close} actions={buttons}>
      <div className="dialog-fields">
        <p dir="auto">{step.what}</p>
        <RefusalNote error={act.error} />
        <TypedBefore typed={typed} />
        <LongTextField
          label={t(isDone ? 'outcome' : 'why')}
          hint={isDone ? t('expected', { text: step.expectedOutcome }) : undefined}
          required
          rows={2}
          value={outcome}
          onChange={(text) => typed.change({ outcome: text })}
          error={errorOf('outcome')}
        />
        {isDone && (
          <DateField
            label={t('doneOn')}
            required
            value={doneOn}
            onChange={(day) => typed.change({ doneOn: day })}
            error={errorOf('doneOn')}
          />
        )}
      </div>
    </Dialog>
  )
}
