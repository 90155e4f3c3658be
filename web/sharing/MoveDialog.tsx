import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { referralMove, type ReferralMove } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import { Button, DateField, Dialog, LongTextField, todayHere } from '#web/ui/index.ts'
import { sharingWords } from './sharing.words.ts'
import { useAfterReferral } from './useAfterReferral.ts'

type Said = Readonly<{ words: string; on: string | null }>

type MoveDialogProps = {
  move: ReferralMove
  send: (said: Said) => Promise<unknown>
  /** What the reader is told before they take it. */
  lead?: string | undefined
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

const nothingSaid = (): Said => ({ words: '', on: todayHere() })

/** Asks what belongs to a step of a referral; what is typed stays on the worker’s device until it is sent. */
export function MoveDialog({ referralId, ...step }: MoveDialogProps & { referralId: string }) {
  return <MoveForm {...step} typed={useTyped(`referral-step/${referralId}/${step.move}`, nothingSaid)} />
}

/** The same for whoever has no account: nothing of theirs stays on the device they happen to use. */
export function PassingMoveDialog(step: MoveDialogProps) {
  const [value, set] = useState(nothingSaid)
  const change = (part: Partial<Said>) => set({ ...value, ...part })
  const typed = {
    value,
    change,
    forget: () => {},
    restored: false as const,
    beginAnew: () => set(nothingSaid()),
  }
  return <MoveForm {...step} typed={typed} />
}

type MoveFormProps = MoveDialogProps & { typed: Omit<Typed<Said>, 'set' | 'version' | 'amend'> }

/** A reason, a report, what the client said, the day of the first help: whatever the step asks for. */
function MoveForm({ move, send, lead, onClose, typed }: MoveFormProps) {
  const t = useWords(sharingWords)
  const label = useLabel()
  const refresh = useAfterReferral()
  const { words, on } = typed.value
  const needsWords = asksWords.includes(move)
  const needsDay = move === 'begin'
  const moving = useMutation({
    mutationFn: () => send({ words, on: needsDay ? on : null }),
    onSuccess: () => {
      typed.forget()
      return refresh()
    },
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
      {lead && <p>{lead}</p>}
      <TypedBefore typed={typed} />
      {needsDay && (
        <DateField label={t('on')} required value={on} onChange={(day) => typed.change({ on: day })} />
      )}
      {!speechless.includes(move) && (
        <LongTextField
          label={wordsLabel}
          required={needsWords}
          value={words}
          onChange={(text) => typed.change({ words: text })}
        />
      )}
      <RefusalNote error={moving.error} labels={{ words: wordsLabel, on: t('on') }} />
    </Dialog>
  )
}
