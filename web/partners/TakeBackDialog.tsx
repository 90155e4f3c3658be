import { useMutation } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog } from '#web/ui/index.ts'
import { endCredential } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'

type TakeBackDialogProps = Readonly<{
  partnerId: string
  credentialId: string
  onTaken: () => Promise<void>
  onClose: () => void
}>

/** Asks once more: a program somewhere else stops working with it. */
export function TakeBackDialog({ partnerId, credentialId, onTaken, onClose }: TakeBackDialogProps) {
  const t = useWords(partnerWords)
  const taking = useMutation({
    mutationFn: () => endCredential(partnerId, credentialId),
    onSuccess: onTaken,
  })
  return (
    <Dialog
      open
      title={t('takeBackTitle')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={taking.isPending}
            onClick={() => taking.mutate(undefined, { onSuccess: onClose })}
          >
            {t('takeBack')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('takeBackLead')}</p>
      <RefusalNote error={taking.error} />
    </Dialog>
  )
}
