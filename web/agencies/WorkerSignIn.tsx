import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResetStarted } from '#contract/account.ts'
import { signOutColleague, startReset } from '#web/access/account.api.ts'
import { resetLink } from '#web/access/reset-link.ts'
import type { useProof } from '#web/access/useProof.tsx'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, CheckField, Facts, Notice, Section } from '#web/ui/index.ts'
import { signInWords } from './sign-in.words.ts'

type WorkerSignInProps = { workerId: string; proving: ReturnType<typeof useProof>['proving'] }

/**
 * How an administrator helps a colleague in again: a one-time token, and the end of every sign-in of theirs. Whoever
 * draws it gives `proving`, and draws its dialog beside their own, not inside.
 */
export function WorkerSignIn({ workerId, proving }: WorkerSignInProps) {
  const t = useWords(signInWords)
  const [withFactor, setWithFactor] = useState(false)
  const starting = useMutation({ mutationFn: () => proving(() => startReset(workerId, withFactor)) })
  const ending = useMutation({ mutationFn: () => signOutColleague(workerId) })
  return (
    <Section title={t('signIn')} lead={t('resetLead')}>
      <RefusalNote error={starting.error ?? ending.error} />
      {starting.data ? (
        <ResetToken started={starting.data} />
      ) : (
        <CheckField
          label={t('withFactor')}
          hint={t('withFactorHint')}
          value={withFactor}
          onChange={setWithFactor}
        />
      )}
      {ending.isSuccess && <Notice>{t('ended')}</Notice>}
      <div className="page-actions">
        {!starting.data && (
          <Button onClick={() => starting.mutate()} busy={starting.isPending}>
            {t('reset')}
          </Button>
        )}
        <Button onClick={() => ending.mutate()} busy={ending.isPending}>
          {t('endAll')}
        </Button>
      </div>
    </Section>
  )
}

/** The token and its address, shown this once. */
function ResetToken({ started: { token, expiresAt } }: { started: ResetStarted }) {
  const t = useWords(signInWords)
  const formats = useFormats()
  const [copied, setCopied] = useState(false)
  const link = resetLink(token)
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true))
  return (
    <>
      <p>{t('tokenLead', { time: formats.time(expiresAt) })}</p>
      <Facts
        facts={[
          { label: t('link'), value: <span className="secret-text">{link}</span> },
          { label: t('token'), value: <span className="secret-text">{token}</span> },
        ]}
      />
      {copied && <Notice>{t('copied')}</Notice>}
      <div className="page-actions">
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
    </>
  )
}
