import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { Button, PasswordField, Sheet } from '#web/ui/index.ts'
import type { Cancel } from './cancel.ts'
import { doorWords } from './door.words.ts'

type NewPasswordFormProps = {
  label: string
  submit: string
  shortest: number
  send: (password: string) => Promise<void>
  cancel?: Cancel
  /** What has to be answered before it. */
  children?: ReactNode
}

/** Choosing a password: one sentence about what makes a good one, and beside the field why one is not. */
export function NewPasswordForm({ label, submit, shortest, send, cancel, children }: NewPasswordFormProps) {
  const t = useWords(doorWords)
  const { language } = useLanguage()
  const [password, setPassword] = useState('')
  const sending = useMutation({ mutationFn: () => send(password) })
  const refused = sending.error instanceof RefusedByServer ? sending.error.fields : []
  const code = refused.find(({ path }) => path === 'password')?.code
  const actions = (
    <>
      <Button type="submit" look="main" busy={sending.isPending}>
        {submit}
      </Button>
      {cancel && (
        <Button look="quiet" onClick={cancel.act}>
          {cancel.label}
        </Button>
      )}
    </>
  )
  return (
    <Sheet label={label} onSubmit={() => sending.mutate()} actions={actions}>
      {code === undefined && <RefusalNote error={sending.error} />}
      {children}
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint', { count: shortest })}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={code === undefined ? undefined : fieldSentenceFor(code, language)}
        required
      />
    </Sheet>
  )
}
