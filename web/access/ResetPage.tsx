import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { LinkButton, Page, TextField } from '#web/ui/index.ts'
import { finishReset } from './access.api.ts'
import { doorWords } from './door.words.ts'
import { NewPasswordForm } from './NewPasswordForm.tsx'
import { tokenInLink } from './reset-link.ts'

const shortestAlone = 15

/** The end of a reset: the one-time token and a new password. */
export function ResetPage() {
  const t = useWords(doorWords)
  const [token, setToken] = useState(tokenInLink)
  const [done, setDone] = useState(false)
  const send = async (password: string) => {
    await finishReset({ token: token.trim(), password })
    window.history.replaceState(null, '', '/reset')
    setDone(true)
  }
  return (
    <div className="door">
      {done ? (
        <Page title={t('resetDone')} lead={t('resetDoneLead')}>
          <p>
            <LinkButton to="/" look="main">
              {t('signIn')}
            </LinkButton>
          </p>
        </Page>
      ) : (
        <Page title={t('resetTitle')} lead={t('resetLead')}>
          <NewPasswordForm label={t('resetTitle')} submit={t('save')} shortest={shortestAlone} send={send}>
            <TextField label={t('token')} value={token} onChange={setToken} required />
          </NewPasswordForm>
        </Page>
      )}
    </div>
  )
}
