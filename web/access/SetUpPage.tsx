import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusedByServer } from '#web/app/api.ts'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { Button, LinkButton, Page, PasswordField, Sheet, TextField } from '#web/ui/index.ts'
import { setUp, setUpQuery } from './access.api.ts'
import { accessWords } from './access.words.ts'

const nothing = { token: '', agencyName: '', name: '', email: '', password: '' }
type Answers = typeof nothing

/** First start of a production server: the one-time token, the agency, and its first administrator. */
export function SetUpPage() {
  const t = useWords(accessWords)
  const { language } = useLanguage()
  const waiting = useQuery(setUpQuery)
  const founding = useMutation({ mutationFn: (answers: Answers) => setUp({ ...answers, language }) })
  if (founding.isSuccess) return <SetUpDone title={t('done')} lead={t('doneLead')} />
  if (waiting.data && !waiting.data.waiting) return <SetUpDone title={t('setUp')} lead={t('alreadyDone')} />
  return (
    <div className="door">
      <Page title={t('setUp')} lead={t('setUpLead')}>
        <SetUpForm found={founding.mutate} busy={founding.isPending} error={founding.error} />
      </Page>
    </div>
  )
}

function SetUpDone({ title, lead }: { title: string; lead: string }) {
  const t = useWords(accessWords)
  return (
    <Page title={title} lead={lead}>
      <p>
        <LinkButton to="/" look="main">
          {t('signIn')}
        </LinkButton>
      </p>
    </Page>
  )
}

type SetUpFormProps = { found: (answers: Answers) => void; busy: boolean; error: Error | null }

function SetUpForm({ found, busy, error }: SetUpFormProps) {
  const t = useWords(accessWords)
  const { language } = useLanguage()
  const [answers, setAnswers] = useState(nothing)
  const refused = error instanceof RefusedByServer ? error.fields : []
  const field = (key: keyof Answers) => {
    const code = refused.find(({ path }) => path === key)?.code
    return {
      value: answers[key],
      onChange: (value: string) => setAnswers((before) => ({ ...before, [key]: value })),
      error: code === undefined ? undefined : fieldSentenceFor(code, language),
      required: true,
    }
  }
  const submit = (
    <Button type="submit" look="main" busy={busy}>
      {t('found')}
    </Button>
  )
  return (
    <Sheet label={t('setUp')} onSubmit={() => found(answers)} actions={submit}>
      <RefusalNote error={error} />
      <TextField label={t('token')} {...field('token')} />
      <TextField label={t('agencyName')} autoComplete="organization" {...field('agencyName')} />
      <TextField label={t('name')} autoComplete="name" {...field('name')} />
      <TextField label={t('email')} type="email" autoComplete="username" {...field('email')} />
      <PasswordField
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        {...field('password')}
      />
    </Sheet>
  )
}
