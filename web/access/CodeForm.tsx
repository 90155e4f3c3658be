import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Sheet, TextField } from '#web/ui/index.ts'
import type { Cancel } from './cancel.ts'
import { doorWords } from './door.words.ts'

type CodeFormProps = {
  /** The words of the button that sends it. */
  submit: string
  send: (code: string) => Promise<void>
  cancel?: Cancel
}

/** A code from the app, or a recovery code where the phone is not at hand. */
export function CodeForm({ submit, send, cancel }: CodeFormProps) {
  const t = useWords(doorWords)
  const [code, setCode] = useState('')
  const [recovering, setRecovering] = useState(false)
  const sending = useMutation({ mutationFn: () => send(code.trim()), onError: () => setCode('') })
  const turn = () => {
    setRecovering(!recovering)
    setCode('')
    sending.reset()
  }
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
    <Sheet label={t('codeTitle')} onSubmit={() => sending.mutate()} actions={actions}>
      <RefusalNote error={sending.error} />
      <p>{recovering ? t('recoveryLead') : t('codeLead')}</p>
      {recovering ? (
        <TextField label={t('recoveryCode')} value={code} onChange={setCode} maxLength={40} />
      ) : (
        <TextField
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={setCode}
        />
      )}
      <p>
        <Button look="quiet" onClick={turn}>
          {recovering ? t('useApp') : t('useRecovery')}
        </Button>
      </p>
    </Sheet>
  )
}
