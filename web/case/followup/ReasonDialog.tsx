import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, LongTextField } from '#web/ui/index.ts'
import { useCaseAct } from './followup.api.ts'
import { followupWords } from './followup.words.ts'

type ReasonDialogProps = {
  caseId: string
  /** Which act the reason is of, and of what. */
  of: string
  title: string
  label: string
  confirm: string
  act: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for the reason of an act that is not to be done without one. */
export function ReasonDialog({ caseId, of, title, label, confirm, act, onClose }: ReasonDialogProps) {
  const t = useWords(followupWords)
  const typed = useTyped(`reason/${caseId}/${of}`, () => ({ reason: '' }))
  const { reason } = typed.value
  const done = () => {
    typed.forget()
    onClose()
  }
  const acting = useCaseAct(caseId, act)
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={acting.isPending}
            disabled={reason.trim() === ''}
            onClick={() => acting.mutate(reason, { onSuccess: done })}
          >
            {confirm}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <LongTextField
        label={label}
        required
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={acting.error} />
    </Dialog>
  )
}
