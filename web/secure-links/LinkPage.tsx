import './links.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, EmptyState, Notice, Page, Sheet, TextField } from '#web/ui/index.ts'
import { LinkedPaper } from '#web/client-links/LinkedPaper.tsx'
import { linkedPaperWords } from '#web/client-links/linked-paper.words.ts'
import { LinkedReferral } from './LinkedReferral.tsx'
import { openLink, tokenHere } from './links.api.ts'
import { linkWords } from './links.words.ts'
import { forgetOpened, hasTypedHere, keepOpened, type Opened, openedHere } from './opened-here.ts'

/**
 * The page of whoever got a secure link and has no account: it asks for the answer that only they know, and then shows
 * what is for them, in their own language. Nothing of it stays on the device; a client's own words stay in the tab until they are sent.
 */
export function LinkPage() {
  const t = useWords(linkWords)
  const say = useWords(linkedPaperWords)
  const [token] = useState(tokenHere)
  const [opened, open] = useState(() => openedHere(token))
  const [isAgain, again] = useState(false)
  const close = () => {
    forgetOpened()
    again(true)
    open(null)
  }
  if (opened)
    return (
      <div className="linked">
        {opened.purpose === 'referral' ? (
          <LinkedReferral onClosed={close} />
        ) : (
          <LinkedPaper linkId={opened.linkId} onClosed={close} />
        )}
      </div>
    )
  return (
    <div className="linked">
      <Page title={t('doorTitle')} lead={token === '' ? undefined : t('doorLead')}>
        {token === '' ? (
          <EmptyState title={t('noToken')} />
        ) : (
          <>
            {isAgain && <Notice>{hasTypedHere() ? say('again') : t('again')}</Notice>}
            <AnswerForm token={token} onOpen={open} />
          </>
        )}
      </Page>
    </div>
  )
}

function AnswerForm({ token, onOpen }: { token: string; onOpen: (opened: Opened) => void }) {
  const t = useWords(linkWords)
  const queries = useQueryClient()
  const { chooseLanguage } = useLanguage()
  const [answer, setAnswer] = useState('')
  const opening = useMutation({
    networkMode: 'always',
    mutationFn: () => openLink(token, answer),
    onSuccess: ({ language, linkId, purpose }) => {
      chooseLanguage(language)
      queries.removeQueries()
      onOpen(keepOpened(token, { linkId, purpose }))
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
