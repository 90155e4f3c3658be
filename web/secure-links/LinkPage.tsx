import './links.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, EmptyState, Notice, Page, Sheet, TextField } from '#web/ui/index.ts'
import { LinkedReferral } from './LinkedReferral.tsx'
import { openLink, tokenHere } from './links.api.ts'
import { linkWords } from './links.words.ts'

/**
 * The page of whoever got a secure link and has no account: it asks for the answer that only they know, and then shows
 * what is for them, in their own language. Nothing of it stays on the device.
 */
export function LinkPage() {
  const t = useWords(linkWords)
  const [door, go] = useState<'shut' | 'open' | 'again'>('shut')
  const [token] = useState(tokenHere)
  if (door === 'open')
    return (
      <div className="linked">
        <LinkedReferral onClosed={() => go('again')} />
      </div>
    )
  return (
    <div className="linked">
      <Page title={t('doorTitle')} lead={token === '' ? undefined : t('doorLead')}>
        {token === '' ? (
          <EmptyState title={t('noToken')} />
        ) : (
          <>
            {door === 'again' && <Notice>{t('again')}</Notice>}
            <AnswerForm token={token} onOpen={() => go('open')} />
          </>
        )}
      </Page>
    </div>
  )
}

function AnswerForm({ token, onOpen }: { token: string; onOpen: () => void }) {
  const t = useWords(linkWords)
  const queries = useQueryClient()
  const { chooseLanguage } = useLanguage()
  const [answer, setAnswer] = useState('')
  const opening = useMutation({
    mutationFn: () => openLink(token, answer),
    onSuccess: ({ language }) => {
      chooseLanguage(language)
      queries.removeQueries()
      onOpen()
    },
  })
  return (
    <Sheet
      label={t('doorTitle')}
      onSubmit={() => opening.mutate()}
      actions={
        <Button type="submit" look="main" busy={opening.isPending} disabled={answer.trim() === ''}>
          {t('enter')}
        </Button>
      }
    >
      <TextField
        label={t('answer')}
        required
        autoComplete="off"
        maxLength={20}
        value={answer}
        onChange={setAnswer}
      />
      <RefusalNote error={opening.error} />
    </Sheet>
  )
}
