import { useMutation } from '@tanstack/react-query'
import { type IssuedCredential, mostCredentialDays, type PartnerView } from '#contract/partners.ts'
import type { useProof } from '#web/access/useProof.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, NumberField } from '#web/ui/index.ts'
import { issueCredential } from './partners.api.ts'
import { partnerWords } from './partners.words.ts'

type CredentialDialogProps = Readonly<{
  partner: PartnerView
  proving: ReturnType<typeof useProof>['proving']
  onIssued: (issued: IssuedCredential) => Promise<void>
  onClose: () => void
}>

type Asked = { days: number | null }

const usualDays = 180

/** Asks for how long the credential is good. The server wants a fresh proof of who issues it. */
export function CredentialDialog({ partner, proving, onIssued, onClose }: CredentialDialogProps) {
  const t = useWords(partnerWords)
  const typed = useTyped<Asked>(`partner-credential/${partner.id}`, () => ({ days: usualDays }))
  const { days } = typed.value
  const issuing = useMutation({
    mutationFn: () =>
      proving(() => issueCredential(partner.id, { id: crypto.randomUUID(), days: days ?? usualDays })),
    onSuccess: async (issued) => {
      typed.forget()
      await onIssued(issued)
    },
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
      <TypedBefore typed={typed} />
      <NumberField
        label={t('days')}
        required
        min={1}
        max={mostCredentialDays}
        value={days}
        onChange={(asked) => typed.change({ days: asked })}
      />
      <RefusalNote error={issuing.error} labels={{ days: t('days') }} />
    </Dialog>
  )
}
