import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import { SignInForm } from '#web/access/SignInForm.tsx'
import { SignInPage } from '#web/access/SignInPage.tsx'
import { Dialog, Loading, Notice, SkipLink } from '#web/ui/index.ts'
import { RefusedByServer } from './api.ts'
import { CodeWordsContext } from './code-words.tsx'
import { codeWordsQuery } from './code-words.api.ts'
import { useWords } from './LanguageContext.tsx'
import { MeContext } from './MeContext.tsx'
import { meQuery } from './me.api.ts'
import { usePath } from './navigation.tsx'
import { FaultPage } from './NoPages.tsx'
import { isOpenPath } from './open-pages.ts'
import { onSessionEnd } from './session-end.ts'
import { fetchSentences } from './sentences.ts'
import { ShellHead } from './ShellHead.tsx'
import { shellWords } from './shell.words.ts'

/** What stands around every page: who is asking comes first, then header, notices and the page. */
export function Shell() {
  const path = usePath()
  return isOpenPath(path) ? (
    <Frame head={<ShellHead me={null} outside />} page={<Outlet />} />
  ) : (
    <SignedInShell />
  )
}

function SignedInShell() {
  const me = useQuery(meQuery)
  const head = <ShellHead me={me.data ?? null} />
  if (me.data)
    return (
      <MeContext value={me.data}>
        <AgencysWords>
          <Frame head={head} page={<Outlet />} demo={me.data.demo} />
          <SessionEndDialog key={me.data.worker.id} />
        </AgencysWords>
      </MeContext>
    )
  if (me.isPending) return <Frame head={head} page={<Loading />} />
  const signedOut = me.error instanceof RefusedByServer && me.error.status === 401
  if (signedOut) return <Frame head={head} page={<SignInPage />} />
  return <Frame head={head} page={<FaultPage error={me.error} retry={() => void me.refetch()} />} />
}

/** Everything inside speaks the agency's words for its codes; until they are there, or without them, those of the product. */
function AgencysWords({ children }: { children: ReactNode }) {
  // Read by whatever is drawn: drawn anew with them in small pieces.
  const data = useDeferredValue(useQuery(codeWordsQuery).data)
  useEffect(fetchSentencesAtTheFirstField, [])
  const spoken = useMemo(() => ({ versions: data?.versions ?? [], at: null }), [data])
  return <CodeWordsContext value={spoken}>{children}</CodeWordsContext>
}

/** Only what is filled in can be refused before the server was asked: whoever reads needs no sentences for that. */
function fetchSentencesAtTheFirstField() {
  const look = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.closest('main input, main textarea, main select, dialog'))
      void fetchSentences()
  }
  document.addEventListener('focusin', look)
  return () => document.removeEventListener('focusin', look)
}

function Frame({ head, page, demo }: { head: ReactNode; page: ReactNode; demo?: boolean }) {
  const t = useWords(shellWords)
  return (
    <div className="shell">
      <SkipLink target="content">{t('skip')}</SkipLink>
      {demo && <p className="shell-banner">{t('demo')}</p>}
      {head}
      <OfflineNotice />
      <main id="content" tabIndex={-1}>
        {page}
      </main>
    </div>
  )
}

function OfflineNotice() {
  const t = useWords(shellWords)
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online ? null : <Notice tone="warn">{t('offline')}</Notice>
}

/** Asks for the password again over the page, so that nothing on it is lost. */
function SessionEndDialog() {
  const t = useWords(shellWords)
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionEnd(() => setEnded(true)), [])
  return (
    <Dialog open={ended} title={t('ended')} onClose={() => setEnded(false)}>
      <p>{t('endedLead')}</p>
      <SignInForm onSignedIn={() => setEnded(false)} />
    </Dialog>
  )
}
