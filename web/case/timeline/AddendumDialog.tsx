import { useMutation } from '@tanstack/react-query'
import type { AddAddendum } from '#contract/case/addenda.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, LongTextField, Sheet } from '#web/ui/index.ts'
import { addendaWords } from './addenda.words.ts'

type AddendumDialogProps = {
  /** What is added to, by its id. */
  to: string
  add: (addendum: AddAddendum) => Promise<unknown>
  close: () => void
}

const nothingYet = () => ({ id: crypto.randomUUID(), text: '', reason: '' })

/** Asks what to add and why. Its id is made once, so that a retry adds nothing twice. */
export function AddendumDialog({ to, add, close }: AddendumDialogProps) {
  const t = useWords(addendaWords)
  const typed = useTyped(`addendum/${to}`, nothingYet)
  const { text, reason } = typed.value
  const done = () => {
    typed.forget()
    close()
  }
  const adding = useMutation({ mutationFn: () => add(typed.value), onSuccess: done })
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
        <TypedBefore typed={typed} />
        <LongTextField
          label={t('text')}
          required
          value={text}
          onChange={(words) => typed.change({ text: words })}
          rows={4}
        />
        <LongTextField
          label={t('reason')}
          hint={t('reasonHint')}
          required
          value={reason}
          onChange={(words) => typed.change({ reason: words })}
          rows={2}
        />
      </Sheet>
    </Dialog>
  )
}
