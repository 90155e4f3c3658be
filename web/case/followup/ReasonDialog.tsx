import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, LongTextField } from '#web/ui/index.ts'
import { useCaseAct } from './followup.api.ts'
import { followupWords } from './followup.words.ts'

type ReasonDialogProps = {
  caseId: string
  title: string
  label: string
  confirm: string
  act: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for the reason of an act that is not to be done without one. */
export function ReasonDialog({ caseId, title, label, confirm, act, onClose }: ReasonDialogProps) {
  const t = useWords(followupWords)
  const [reason, setReason] = useState('')
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
            onClick={() => acting.mutate(reason, { onSuccess: onClose })}
          >
            {confirm}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <LongTextField label={label} required value={reason} onChange={setReason} />
      <RefusalNote error={acting.error} />
    </Dialog>
  )
}
