import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId, useState } from 'react'
import type { Enrolment } from '#contract/account.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Loading, Sheet, TextField } from '#web/ui/index.ts'
import type { Cancel } from './cancel.ts'
import './access.css'
import { doorWords } from './door.words.ts'

// Drawn once in a worker's life: it need not come with every first page.
const QrCode = lazy(() => import('#web/ui/QrCode.tsx'))

type EnrolmentFormProps = {
  begin: () => Promise<Enrolment>
  confirm: (code: string) => Promise<void>
  cancel?: Cancel
}

/** Setting up an authenticator app: the picture to scan, the key to type, and the first code that proves it. */
export function EnrolmentForm({ begin, confirm, cancel }: EnrolmentFormProps) {
  const t = useWords(doorWords)
  const [code, setCode] = useState('')
  // One secret for as long as the form stands there: scanning takes its time.
  const enrolment = useQuery({
    queryKey: ['enrolment', useId()],
    queryFn: begin,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const confirming = useMutation({ mutationFn: () => confirm(code.trim()) })
  const actions = (
    <>
      <Button type="submit" look="main" busy={confirming.isPending}>
        {t('confirm')}
      </Button>
      {cancel && (
        <Button look="quiet" onClick={cancel.act}>
          {cancel.label}
        </Button>
      )}
    </>
  )
  if (enrolment.isError) return <RefusalNote error={enrolment.error} />
  if (!enrolment.data) return <Loading />
  return (
    <Sheet label={t('enrolTitle')} onSubmit={() => confirming.mutate()} actions={actions}>
      <RefusalNote error={confirming.error} />
      <ol className="enrolment-steps">
        <li>{t('stepApp')}</li>
        <li>
          {t('stepScan')}
          <Suspense fallback={<Loading />}>
            <QrCode text={enrolment.data.uri} label={t('scanAlt')} />
          </Suspense>
          {t('cannotScan')}{' '}
          <span className="secret-text">{enrolment.data.secret.replaceAll(/.{4}(?=.)/gu, '$& ')}</span>
        </li>
        <li>{t('stepType')}</li>
      </ol>
      <TextField
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={setCode}
      />
    </Sheet>
  )
}
