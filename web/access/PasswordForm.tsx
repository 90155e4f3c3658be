import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignedIn } from '#contract/access.ts'
import type { PendingSignIn } from '#contract/account.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, PasswordField, Sheet, TextField } from '#web/ui/index.ts'
import { signIn } from './access.api.ts'
import { accessWords } from './access.words.ts'

type PasswordFormProps = {
  email: string
  setEmail: (email: string) => void
  goOn: (answer: SignedIn | PendingSignIn) => Promise<void>
}

/** E-mail and password. */
export function PasswordForm({ email, setEmail, goOn }: PasswordFormProps) {
  const t = useWords(accessWords)
  const [password, setPassword] = useState('')
  const signing = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password }),
    onSuccess: (answer) => {
      setPassword('')
      return goOn(answer)
    },
  })
  return (
    <Sheet
      label={t('signIn')}
      onSubmit={() => signing.mutate()}
      actions={
        <Button type="submit" look="main" busy={signing.isPending}>
          {t('signIn')}
        </Button>
      }
    >
      <RefusalNote error={signing.error} />
      <TextField
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </Sheet>
  )
}
