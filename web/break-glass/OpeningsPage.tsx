import './break-glass.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { ChoiceField, EmptyState, FieldRow, Loading, MoreButton, Page } from '#web/ui/index.ts'
import { openingsQuery, type OpeningsShown } from './break-glass.api.ts'
import { OpeningCard } from './OpeningCard.tsx'
import { openingsWords } from './openings.words.ts'

/** What was opened by break-glass: to review, or only to know. */
export function OpeningsPage() {
  const t = useWords(openingsWords)
  const { role } = useMe().worker
  // An inspector comes to see whether it was used rightly; whoever answers for cases, to review.
  const [show, choose] = useState<OpeningsShown>(role === 'inspector' ? 'all' : 'unreviewed')
  // No work of an administrator: they see no case.
  if (role === 'agency-administrator') return <NotFoundPage />
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FieldRow>
        <ChoiceField
          label={t('show')}
          choices={(['unreviewed', 'all'] as const).map((value) => ({ value, label: t(value) }))}
          value={show}
          onChange={choose}
        />
      </FieldRow>
      <Suspense fallback={<Loading />}>
        <Openings show={show} />
      </Suspense>
    </Page>
  )
}

function Openings({ show }: { show: OpeningsShown }) {
  const t = useWords(openingsWords)
  const openings = useSuspenseInfiniteQuery(openingsQuery(show))
  const rows = openings.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return <EmptyState title={show === 'all' ? t('none') : t('noneWaiting')}>{t('noneLead')}</EmptyState>
  return (
    <>
      <ul className="openings">
        {rows.map((opening) => (
          <li key={opening.id}>
            <OpeningCard opening={opening} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={openings.hasNextPage ? 'more' : null}
        busy={openings.isFetchingNextPage}
        onMore={() => void openings.fetchNextPage()}
      />
    </>
  )
}
