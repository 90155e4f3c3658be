import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { meQuery, signIn } from '#web/app/me.api.ts'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, PasswordField, Sheet, TextField } from '#web/ui/index.ts'
import { accessWords } from './access.words.ts'

/** E-mail and password. `onSignedIn` is called after the server knows who is asking. */
export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const t = useWords(accessWords)
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signing = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password }),
    onSuccess: async () => {
      setPassword('')
      onSignedIn?.()
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
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
