import type { StepDeadline, StepView } from '#contract/case/delivery.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, DateField, Dialog, LongTextField, todayHere } from '#web/ui/index.ts'
import { moveStep } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { useStepAct } from './useStepAct.ts'

/** The deadline of a step moves, with its reason; the move stays readable. */
export function MoveDialog({ caseId, step, close }: { caseId: string; step: StepView; close: () => void }) {
  const t = useWords(deliveryWords)
  const typed = useTyped(`step-move/${step.id}`, () => ({ dueOn: step.dueOn, reason: '' }))
  const { dueOn, reason } = typed.value
  const done = () => {
    typed.forget()
    close()
  }
  const { act, errorOf } = useStepAct(caseId, (body: StepDeadline) => moveStep(caseId, step, body), done)
  const keep = () => act.mutate({ dueOn: dueOn ?? step.dueOn ?? todayHere(), reason })
  const buttons = (
    <>
      <Button look="main" busy={act.isPending} onClick={keep}>
        {t('keep')}
      </Button>
      <Button onClick={close}>{t('back')}</Button>
    </>
  )
  return (
    <Dialog open title={t('moveTitle')} onClose={close} actions={buttons}>
      <div className="dialog-fields">
        <p dir="auto">{step.what}</p>
        <RefusalNote error={act.error} />
        <TypedBefore typed={typed} />
        <DateField
          label={t('newDate')}
          required
          value={dueOn}
          onChange={(day) => typed.change({ dueOn: day })}
          error={errorOf('dueOn')}
        />
        <LongTextField
          label={t('reason')}
          required
          rows={2}
          value={reason}
          onChange={(text) => typed.change({ reason: text })}
          error={errorOf('reason')}
        />
      </div>
    </Dialog>
  )
}
