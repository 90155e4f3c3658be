import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AttachmentView } from '#contract/case/attachments.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { Button, Dialog, LongTextField } from '#web/ui/index.ts'
import { takeAway } from './attachments.api.ts'
import { attachmentsWords } from './attachments.words.ts'

type TakeAwayDialogProps = { attachment: AttachmentView; onClose: () => void }

/** Asks why a file is to be taken away. */
export function TakeAwayDialog({ attachment, onClose }: TakeAwayDialogProps) {
  const t = useWords(attachmentsWords)
  const queries = useQueryClient()
  const typed = useTyped(`take-away/${attachment.id}`, () => ({ reason: '' }))
  const { reason } = typed.value
  const taking = useMutation({
    mutationFn: () => takeAway(attachment, reason),
    onSuccess: () => {
      typed.forget()
      return queries.invalidateQueries({ queryKey: caseKey(attachment.caseId) })
    },
  })
  return (
    <Dialog
      open
      title={t('takeAwayTitle')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={taking.isPending}
            disabled={reason.trim() === ''}
            onClick={() => taking.mutate(undefined, { onSuccess: onClose })}
          >
            {t('takeAway')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('takeAwayLead', { title: attachment.title })}</p>
      <TypedBefore typed={typed} />
      <LongTextField
        label={t('reason')}
        required
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={taking.error} />
    </Dialog>
  )
}
