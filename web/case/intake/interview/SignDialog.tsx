import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Dialog, Notice } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'

type SignDialogProps = { heldUntil: string | null; sign: () => void; close: () => void }

const dayInMilliseconds = 86_400_000

/** Says in plain words what a signature means, before it is given. */
export function SignDialog({ heldUntil, sign, close }: SignDialogProps) {
  const t = useWords(interviewWords)
  const [now] = useState(() => Date.now())
  const late = heldUntil !== null && now - Date.parse(heldUntil) > dayInMilliseconds
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
      {late && <Notice tone="warn">{t('signLate')}</Notice>}
    </Dialog>
  )
}
