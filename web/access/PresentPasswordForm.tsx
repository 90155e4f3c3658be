import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, PasswordField, Sheet } from '#web/ui/index.ts'
import { accountWords } from './account.words.ts'

/** The present password once more, from somebody who has no second factor. */
export function PresentPasswordForm({ send }: { send: (password: string) => Promise<void> }) {
  const t = useWords(accountWords)
  const [password, setPassword] = useState('')
  const sending = useMutation({ mutationFn: () => send(password) })
  const submit = (
    <Button type="submit" look="main" busy={sending.isPending}>
      {t('confirm')}
    </Button>
  )
  return (
    <Sheet label={t('prove')} onSubmit={() => sending.mutate()} actions={submit}>
      <p>{t('provePassword')}</p>
      <RefusalNote error={sending.error} />
      <PasswordField
        label={t('current')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </Sheet>
  )
}
