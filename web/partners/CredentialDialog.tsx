import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type IssuedCredential, mostCredentialDays, type PartnerView } from '#contract/partners.ts'
import type { useProof } from '#web/access/useProof.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, NumberField } from '#web/ui/index.ts'
import { issueCredential } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'

type CredentialDialogProps = Readonly<{
  partner: PartnerView
  proving: ReturnType<typeof useProof>['proving']
  onIssued: (issued: IssuedCredential) => Promise<void>
  onClose: () => void
}>

const usualDays = 180

/** Asks for how long the credential is good. The server wants a fresh proof of who issues it. */
export function CredentialDialog({ partner, proving, onIssued, onClose }: CredentialDialogProps) {
  const t = useWords(partnerWords)
  const [days, setDays] = useState<number | null>(usualDays)
  const issuing = useMutation({
    mutationFn: () =>
      proving(() => issueCredential(partner.id, { id: crypto.randomUUID(), days: days ?? usualDays })),
    onSuccess: onIssued,
  })
  return (
    <Dialog
      open
      title={t('issueFor', { name: partner.name })}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={issuing.isPending}
            disabled={days === null}
            onClick={() => issuing.mutate(undefined, { onSuccess: onClose })}
          >
            {t('issue')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('issueLead')}</p>
      <NumberField
        label={t('days')}
        required
        min={1}
        max={mostCredentialDays}
        value={days}
        onChange={setDays}
      />
      <RefusalNote error={issuing.error} labels={{ days: t('days') }} />
    </Dialog>
  )
}
