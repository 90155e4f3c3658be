import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Button, LinkButton, Page } from '#web/ui/index.ts'
import { RefusedByServer, ServerUnreachable } from './api.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'
import { noPageWords } from './no-pages.words.ts'
import { sentenceFor } from './sentences.ts'

/** No such page, or out of this reader's sight: the two look the same. */
export function NotFoundPage() {
  const t = useWords(noPageWords)
  return (
    <Page title={t('notFound')} lead={t('notFoundLead')}>
      <ToToday />
    </Page>
  )
}

/** The server says this is not this reader's to see. */
export function NoPermissionPage({ sentence }: { sentence: string }) {
  const t = useWords(noPageWords)
  return (
    <Page title={t('noPermission')} lead={sentence}>
      <ToToday />
    </Page>
  )
}

/** What stands where a page failed: by what failed, the fitting words and a way on. */
export function FaultPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords(noPageWords)
  const { language } = useLanguage()
  if (error instanceof RefusedByServer && error.status === 404) return <NotFoundPage />
  if (error instanceof RefusedByServer && error.status === 403)
    return <NoPermissionPage sentence={sentenceFor(error.code, language, error.facts)} />
  const away = error instanceof ServerUnreachable
  return (
    <Page
      title={away ? t('unreachable') : t('fault')}
      lead={away ? t('unreachableLead') : t('faultLead')}
      actions={<RetryButton retry={retry} />}
    >
      <ToToday />
    </Page>
  )
}

function RetryButton({ retry }: { retry: () => void }) {
  const { reset } = useQueryErrorResetBoundary()
  const t = useWords(noPageWords)
  const again = () => {
    reset()
    retry()
  }
  return (
    <Button look="main" onClick={again}>
      {t('retry')}
    </Button>
  )
}

function ToToday() {
  const t = useWords(noPageWords)
  return (
    <p>
      <LinkButton to="/" look="quiet">
        {t('toToday')}
      </LinkButton>
    </p>
  )
}
