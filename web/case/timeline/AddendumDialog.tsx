import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AddAddendum } from '#contract/case/addenda.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, LongTextField, Sheet } from '#web/ui/index.ts'
import { addendaWords } from './addenda.words.ts'

type AddendumDialogProps = { add: (addendum: AddAddendum) => Promise<unknown>; close: () => void }

/** Asks what to add and why. Its id is made once, so that a retry adds nothing twice. */
export function AddendumDialog({ add, close }: AddendumDialogProps) {
  const t = useWords(addendaWords)
  const [id] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const adding = useMutation({ mutationFn: () => add({ id, text, reason }), onSuccess: close })
  const ready = text.trim() !== '' && reason.trim() !== ''
  const actions = (
    <>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button look="main" type="submit" disabled={!ready} busy={adding.isPending}>
        {t('keep')}
      </Button>
    </>
  )
  return (
    <Dialog open title={t('dialogTitle')} onClose={close}>
      <p>{t('dialogLead')}</p>
      <Sheet label={t('dialogTitle')} onSubmit={() => adding.mutate()} actions={actions}>
        <RefusalNote error={adding.error} labels={{ text: t('text'), reason: t('reason') }} />
        <LongTextField label={t('text')} required value={text} onChange={setText} rows={4} />
        <LongTextField
          label={t('reason')}
          hint={t('reasonHint')}
          required
          value={reason}
          onChange={setReason}
          rows={2}
        />
      </Sheet>
    </Dialog>
  )
}
