import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { linkFactor, type LinkFactor } from '#contract/codes/index.ts'
import type { IssuedLink } from '#contract/secure-links.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, ChoiceField, Dialog, NumberField, TextField } from '#web/ui/index.ts'
import { issueLink } from './links.api.ts'
import { linkWords } from './links.words.ts'

type IssueDialogProps = {
  personId: string
  referralId: string
  onIssued: (issued: IssuedLink) => Promise<void>
  onClose: () => void
}

const usualDays = 14
const mostDays = 60

/** Asks what the receiver must know besides the link, and for how long it opens. */
export function IssueDialog({ personId, referralId, onIssued, onClose }: IssueDialogProps) {
  const t = useWords(linkWords)
  const [factor, setFactor] = useState<LinkFactor>('phone-tail')
  const [phoneTail, setPhoneTail] = useState('')
  const [days, setDays] = useState<number | null>(usualDays)
  const issuing = useMutation({
    mutationFn: () =>
      issueLink(personId, referralId, {
        id: crypto.randomUUID(),
        factor,
        phoneTail,
        days: days ?? usualDays,
      }),
    onSuccess: onIssued,
  })
  const isWhole = days !== null && (factor === 'code' || phoneTail.trim() !== '')
  return (
    <Dialog
      open
      title={t('issue')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={issuing.isPending}
            disabled={!isWhole}
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
      <ChoiceField label={t('factor')} choices={useChoices(linkFactor)} value={factor} onChange={setFactor} />
      {factor === 'phone-tail' && (
        <TextField
          id="phoneTail"
          label={t('phoneTail')}
          required
          type="tel"
          maxLength={20}
          value={phoneTail}
          onChange={setPhoneTail}
        />
      )}
      <NumberField label={t('days')} required min={1} max={mostDays} value={days} onChange={setDays} />
      <RefusalNote error={issuing.error} labels={{ phoneTail: t('phoneTail'), days: t('days') }} />
    </Dialog>
  )
}
