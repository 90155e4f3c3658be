import { useState } from 'react'
import type { StepSettlement, StepView } from '#contract/case/delivery.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, DateField, Dialog, LongTextField, todayHere } from '#web/ui/index.ts'
import { settleStep } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { useStepAct } from './useStepAct.ts'

type SettleDialogProps = { caseId: string; step: StepView; state: StepSettlement['state']; close: () => void }

/** A step ends: with what came of it, or with why it will not be done. */
export function SettleDialog({ caseId, step, state, close }: SettleDialogProps) {
  const t = useWords(deliveryWords)
  const isDone = state === 'done'
  const [outcome, writeOutcome] = useState('')
  const [doneOn, chooseDay] = useState<string | null>(todayHere())
  const { act, errorOf } = useStepAct(caseId, (body: StepSettlement) => settleStep(caseId, step, body), close)
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
        <LongTextField
          label={t(isDone ? 'outcome' : 'why')}
          hint={isDone ? t('expected', { text: step.expectedOutcome }) : undefined}
          required
          rows={2}
          value={outcome}
          onChange={writeOutcome}
          error={errorOf('outcome')}
        />
        {isDone && (
          <DateField
            label={t('doneOn')}
            required
            value={doneOn}
            onChange={chooseDay}
            error={errorOf('doneOn')}
          />
        )}
      </div>
    </Dialog>
  )
}
