import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { referralMove, type ReferralMove } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, DateField, Dialog, LongTextField, todayHere } from '#web/ui/index.ts'
import { sharingWords } from './sharing.words.ts'
import { useAfterReferral } from './useAfterReferral.ts'

type Said = Readonly<{ words: string; on: string | null }>

type MoveDialogProps = {
  move: ReferralMove
  send: (said: Said) => Promise<unknown>
  onClose: () => void
}

/** What must be said with a step. */
const asksWords: readonly ReferralMove[] = [
  'reject',
  'pause',
  'complete',
  'fail',
  'cancel',
  'deny',
  'mistake',
]
const reports: readonly ReferralMove[] = ['complete', 'fail']
const fromClient: readonly ReferralMove[] = ['confirm', 'deny']
const speechless: readonly ReferralMove[] = ['receive', 'accept', 'resume', 'begin']

/** Asks what belongs to a step: a reason, a report, what the client said, the day of the first help. */
export function MoveDialog({ move, send, onClose }: MoveDialogProps) {
  const t = useWords(sharingWords)
  const label = useLabel()
  const refresh = useAfterReferral()
  const [words, setWords] = useState('')
  const [on, setOn] = useState<string | null>(todayHere())
  const needsWords = asksWords.includes(move)
  const needsDay = move === 'begin'
  const moving = useMutation({
    mutationFn: () => send({ words, on: needsDay ? on : null }),
    onSuccess: refresh,
  })
  const wordsLabel = reports.includes(move)
    ? t('report')
    : fromClient.includes(move)
      ? t('clientWords')
      : t('reason')
  const isWhole = (!needsWords || words.trim() !== '') && (!needsDay || on !== null)
  return (
    <Dialog
      open
      title={label(referralMove, move)}
      onClose={onClose}
      actions={
        <>
          <Button
            look="main"
            busy={moving.isPending}
            disabled={!isWhole}
            onClick={() => moving.mutate(undefined, { onSuccess: onClose })}
          >
            {label(referralMove, move)}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {move === 'accept' && <p>{t('acceptLead')}</p>}
      {needsDay && <DateField label={t('on')} required value={on} onChange={setOn} />}
      {!speechless.includes(move) && (
        <LongTextField label={wordsLabel} required={needsWords} value={words} onChange={setWords} />
      )}
      <RefusalNote error={moving.error} labels={{ words: wordsLabel, on: t('on') }} />
    </Dialog>
  )
}
