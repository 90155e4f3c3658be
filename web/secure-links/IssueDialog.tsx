import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { linkFactor, type LinkFactor } from '#contract/codes/index.ts'
import type { IssueLink } from '#contract/secure-links.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, ChoiceField, Dialog, NumberField, TextField } from '#web/ui/index.ts'
import { linkWords } from './links.words.ts'

type IssueDialogProps<Issued> = {
  issue: (body: IssueLink) => Promise<Issued>
  onIssued: (issued: Issued) => Promise<void>
  onClose: () => void
  /** Whose telephone is meant, and how they call what is asked besides. */
  phoneLabel?: string
  /** What else must be chosen before a link is made. */
  children?: ReactNode
  isReady?: boolean
  labels?: Readonly<Record<string, string>>
}

const usualDays = 14
const mostDays = 60

/** Asks what the receiver must know besides the link, and for how long it opens. */
export function IssueDialog<Issued>({
  issue,
  onIssued,
  onClose,
  phoneLabel,
  children,
  isReady = true,
  labels,
}: IssueDialogProps<Issued>) {
  const t = useWords(linkWords)
  const [factor, setFactor] = useState<LinkFactor>('phone-tail')
  const [phoneTail, setPhoneTail] = useState('')
  const [days, setDays] = useState<number | null>(usualDays)
  const issuing = useMutation({
    mutationFn: () =>
      issue({
        id: crypto.randomUUID(),
        factor,
        phoneTail: factor === 'code' ? '' : phoneTail,
        days: days ?? usualDays,
      }),
    onSuccess: onIssued,
  })
  const isWhole = isReady && days !== null && (factor === 'code' || phoneTail.trim() !== '')
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
      {children}
      <ChoiceField label={t('factor')} choices={useChoices(linkFactor)} value={factor} onChange={setFactor} />
      {factor === 'phone-tail' && (
        <TextField
          id="phoneTail"
          label={phoneLabel ?? t('phoneTail')}
          required
          type="tel"
          maxLength={20}
          value={phoneTail}
          onChange={setPhoneTail}
        />
      )}
      <NumberField label={t('days')} required min={1} max={mostDays} value={days} onChange={setDays} />
      <RefusalNote
        error={issuing.error}
        labels={{ phoneTail: phoneLabel ?? t('phoneTail'), days: t('days'), ...labels }}
      />
    </Dialog>
  )
}
