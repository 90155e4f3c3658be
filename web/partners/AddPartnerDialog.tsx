import { useMutation } from '@tanstack/react-query'
import type { AddPartner } from '#contract/partners.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, TextField } from '#web/ui/index.ts'
import { addPartner } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'

type AddPartnerDialogProps = Readonly<{ onAdded: () => Promise<void>; onClose: () => void }>

/** Asks for the name by which consents call the partner. */
export function AddPartnerDialog({ onAdded, onClose }: AddPartnerDialogProps) {
  const t = useWords(partnerWords)
  const typed = useTyped('partner/new', (): AddPartner => ({ id: crypto.randomUUID(), name: '' }))
  const adding = useMutation({
    mutationFn: addPartner,
    onSuccess: async (_added, sent) => {
      typed.forget(sent)
      await onAdded()
    },
  })
  return (
    <Dialog
      open
      title={t('add')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={adding.isPending}
            disabled={typed.value.name.trim() === ''}
            onClick={() => adding.mutate(typed.value, { onSuccess: onClose })}
          >
            {t('add')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <TextField
        id="partner-name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={200}
        value={typed.value.name}
        onChange={(name) => typed.change({ name })}
      />
      <RefusalNote error={adding.error} labels={{ name: t('name') }} />
    </Dialog>
  )
}
