import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice, PasswordField, Section } from '#web/ui/index.ts'
import { accountQuery, changePassword, signInsQuery } from './account.api.ts'
import { accountWords } from './account.words.ts'
import type { AccountSectionProps } from './FactorSection.tsx'
import { NewPasswordForm } from './NewPasswordForm.tsx'

/** The password: since when, and another one. */
export function PasswordSection({ account, proving }: AccountSectionProps) {
  const t = useWords(accountWords)
  const formats = useFormats()
  const queries = useQueryClient()
  const [state, setState] = useState<'shown' | 'changing' | 'changed'>('shown')
  const [current, setCurrent] = useState('')
  const stop = (next: 'shown' | 'changed') => {
    setCurrent('')
    setState(next)
  }
  const send = async (password: string) => {
    await proving(() => changePassword({ current, password }))
    stop('changed')
    await queries.invalidateQueries({ queryKey: accountQuery.queryKey })
    await queries.invalidateQueries({ queryKey: signInsQuery.queryKey })
  }
  const since = account.passwordSince && t('passwordSince', { date: formats.date(account.passwordSince) })
  if (state !== 'changing')
    return (
      <Section title={t('password')} lead={since}>
        {state === 'changed' && <Notice>{t('changed')}</Notice>}
        <div className="page-actions">
          <Button onClick={() => setState('changing')}>{t('change')}</Button>
        </div>
      </Section>
    )
  return (
    <Section title={t('password')}>
      <NewPasswordForm
        label={t('change')}
        submit={t('save')}
        shortest={account.shortestPassword}
        send={send}
        cancel={{ label: t('cancel'), act: () => stop('shown') }}
      >
        <PasswordField
          label={t('current')}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          required
        />
      </NewPasswordForm>
    </Section>
  )
}
