import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Dialog, Notice } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'

type SignDialogProps = { heldUntil: string | null; hours: number; sign: () => void; close: () => void }

/** Says in plain words what a signature means, before it is given. `hours` is the agency's limit for a record. */
export function SignDialog({ heldUntil, hours, sign, close }: SignDialogProps) {
  const t = useWords(interviewWords)
  const [now] = useState(() => Date.now())
  const late = heldUntil !== null && now - Date.parse(heldUntil) > hours * 3_600_000
  const actions = (
    <>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button look="main" onClick={sign}>
        {t('signNow')}
      </Button>
    </>
  )
  return (
    <Dialog open title={t('signTitle')} onClose={close} actions={actions}>
      <p>{t('signLead')}</p>
      {late && <Notice tone="warn">{t('signLate', { hours })}</Notice>}
    </Dialog>
  )
}
