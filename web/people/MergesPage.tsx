import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, EmptyState, MoreButton, Page, Written } from '#web/ui/index.ts'
import { mergesQuery } from './merging.api.ts'
import { mergingWords } from './merging.words.ts'
import './people.css'

/** Records that are said to be one person: those that wait, and what became of the others. */
export function MergesPage() {
  const t = useWords(mergingWords)
  const { moment } = useFormats()
  const merges = useSuspenseInfiniteQuery(mergesQuery)
  const rows = merges.data.pages.flatMap((page) => page.rows)
  return (
    <Page
      title={t('merges')}
      lead={<p>{t('mergesLead')}</p>}
      back={{ to: '/people', label: t('backToPeople') }}
    >
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="merges">
        {rows.map((one) => (
          <li key={one.id}>
            <Link to={`/person-merges/${one.id}`}>
              <Written>{t('intoOne', { merged: one.merged.name, kept: one.kept.name })}</Written>
            </Link>
            <Badge>{t(one.state)}</Badge>
            <small>
              <Written>
                {t('proposedBy', { name: one.proposedBy.name, time: moment(one.proposedAt) })}
              </Written>
            </small>
          </li>
        ))}
      </ul>
      <MoreButton
        next={merges.hasNextPage ? 'more' : null}
        busy={merges.isFetchingNextPage}
        onMore={() => void merges.fetchNextPage()}
      />
    </Page>
  )
}
