import './client-links.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import type { HelpNow, LinkedPaperView, PaperAnswer } from '#contract/client-links.ts'
import { RefusedByServer, ServerUnreachable, type Versioned } from '#web/app/api.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Loading, Notice, Page } from '#web/ui/index.ts'
import { answerPaper, linkedPaperQuery } from './client-links.api.ts'
import { ConfirmPaper } from './ConfirmPaper.tsx'
import { linkedPaperWords } from './linked-paper.words.ts'
import { ScalePaper } from './ScalePaper.tsx'
import { useTypedHere } from './useTypedHere.ts'

/** Only who is asked a questionnaire loads what one is filled in with. */
const QuestionnairePaper = lazy(() =>
  import('./QuestionnairePaper.tsx').then((chunk) => ({ default: chunk.QuestionnairePaper })),
)

type LinkedPaperProps = { linkId: string; onClosed: () => void }

const isOver = (error: unknown) => error instanceof RefusedByServer && error.status === 401

/** What a client is asked by a link. Once the half hour is over they answer at the door once more; what they typed stays. */
export function LinkedPaper({ linkId, onClosed }: LinkedPaperProps) {
  const t = useWords(linkedPaperWords)
  const sent = useTypedHere<{ help: HelpNow | null; danger: boolean }>(`${linkId}/sent`, () => ({
    help: null,
    danger: false,
  }))
  const { data, error } = useQuery(linkedPaperQuery(linkId))
  const anothers = data !== undefined && data.value.linkId !== linkId
  const closed = sent.value.help === null && (isOver(error) || anothers)
  useEffect(() => {
    if (closed) onClosed()
  }, [closed, onClosed])
  if (sent.value.help) return <Thanks help={sent.value.help} danger={sent.value.danger} />
  if (closed) return <Loading />
  if (error)
    return (
      <Page title={t('shut')}>
        <RefusalNote error={error} />
      </Page>
    )
  if (!data) return <Loading />
  const done = (danger: boolean) => sent.change({ help: data.value.help, danger })
  return <Paper seen={data} onSent={done} onClosed={onClosed} />
}

type Sent = { answer: PaperAnswer; forget: () => void }

type PaperProps = {
  seen: Versioned<LinkedPaperView>
  onSent: (danger: boolean) => void
  onClosed: () => void
}

function Paper({ seen: { value: seen, version }, onSent, onClosed }: PaperProps) {
  const t = useWords(linkedPaperWords)
  const sending = useMutation({
    // Without a connection it says so at once, and does not wait in silence.
    networkMode: 'always',
    mutationFn: ({ answer }: Sent) => answerPaper(answer, version),
    // Forgotten before the form is gone from the screen.
    onSuccess: ({ danger }, { forget }) => {
      forget()
      onSent(danger)
    },
    onError: (error) => {
      if (isOver(error)) onClosed()
    },
  })
  const { paper, linkId } = seen
  const common = {
    linkId,
    send: (answer: PaperAnswer, forget: () => void) => sending.mutate({ answer, forget }),
    busy: sending.isPending,
  }
  return (
    <Page
      title={t('from', { agency: seen.fromAgency })}
      lead={<p>{t('greeting', { name: seen.receiverName })}</p>}
    >
      {paper.purpose === 'confirmation' && <ConfirmPaper paper={paper} {...common} />}
      {paper.purpose === 'scale' && <ScalePaper paper={paper} {...common} />}
      {paper.purpose === 'questionnaire' && (
        <Suspense fallback={<Loading />}>
          <QuestionnairePaper paper={paper} {...common} />
        </Suspense>
      )}
      <SendingRefused error={sending.error} />
      <p className="section-lead">{t('keep')}</p>
      {paper.purpose === 'scale' && <Help title={t('helpAlways')} help={seen.help} />}
    </Page>
  )
}

/** What hinders the sending, in words: no connection loses nothing. */
function SendingRefused({ error }: { error: unknown }) {
  const t = useWords(linkedPaperWords)
  if (error instanceof ServerUnreachable) return <Notice tone="warn">{t('offline')}</Notice>
  return isOver(error) ? null : <RefusalNote error={error} />
}

/** It arrived. Where the answers told of danger, a calm word and where help is; never a score. */
function Thanks({ help, danger }: { help: HelpNow; danger: boolean }) {
  const t = useWords(linkedPaperWords)
  return (
    <Page title={t('thanks')}>
      <p className="linked-said">{t(danger ? 'notAlone' : 'thanksLead')}</p>
      {danger && <Help title={t('helpNow')} help={help} />}
    </Page>
  )
}

function Help({ title, help }: { title: string; help: HelpNow }) {
  return (
    <Notice title={title}>
      <ul className="linked-help">
        {help.emergencyNumbers.split('·').map((number) => (
          <li key={number}>
            <Call number={number.trim()} />
          </li>
        ))}
        {help.phones.map(({ name, phone }) => (
          <li key={`${name} ${phone}`}>
            {name} <Call number={phone} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** A number that a phone calls when it is touched; words that are no number stay words. */
function Call({ number }: { number: string }) {
  const digits = number.replaceAll(/[^\d+]/gu, '')
  return digits === '' ? number : <a href={`tel:${digits}`}>{number}</a>
}
