import { useMutation } from '@tanstack/react-query'
import type { ConsentView } from '#contract/consent.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, LongTextField } from '#web/ui/index.ts'
import { withdrawConsent } from './consent.api.ts'
import { consentWords } from './consent.words.ts'
import { useAfterConsent } from './useAfterConsent.ts'

type WithdrawDialogProps = { consent: ConsentView; onClose: () => void }

/** Asks why a consent is withdrawn. It acts from the second in which the server takes it. */
export function WithdrawDialog({ consent, onClose }: WithdrawDialogProps) {
  const t = useWords(consentWords)
  const refresh = useAfterConsent(consent)
  const typed = useTyped(`consent-withdrawal/${consent.id}`, () => ({ reason: '' }))
  const { reason } = typed.value
  const withdrawing = useMutation({
    mutationFn: () => withdrawConsent(consent, reason),
    onSuccess: () => {
      typed.forget()
      return refresh()
    },
  })
  return (
    <Dialog
      open
      title={t('withdrawTitle')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={withdrawing.isPending}
            disabled={reason.trim() === ''}
            onClick={() => withdrawing.mutate(undefined, { onSuccess: onClose })}
          >
            {t('withdraw')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('withdrawLead')}</p>
      <TypedBefore typed={typed} />
      <LongTextField
        label={t('reason')}
        required
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
      <RefusalNote error={withdrawing.error} />
    </Dialog>
  )
}
