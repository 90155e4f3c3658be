import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ReviewLine } from '#contract/workday.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { openingsWords } from '#web/break-glass/openings.words.ts'
import {
  EmptyState,
  LinkButton,
  MoreButton,
  Page,
  PersonName,
  Table,
  todayHere,
  type Column,
} from '#web/ui/index.ts'
import { placeOfDue } from './due-place.ts'
import { reviewsWords } from './reviews.words.ts'
import { taskWords } from './task.words.ts'
import { reviewsQuery } from './workday.api.ts'

/** What waits for my co-signature or approval, the longest waiting first. */
export function ReviewsPage() {
  const t = useWords(reviewsWords)
  const reviews = useSuspenseInfiniteQuery(reviewsQuery)
  const rows = reviews.data.pages.flatMap((page) => page.rows)
  const columns = useColumns()
  if (rows.length === 0)
    return (
      <Page title={t('title')} actions={<ToOpenings />}>
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      </Page>
    )
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ToOpenings />}>
      <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <MoreButton
        next={reviews.hasNextPage ? 'more' : null}
        busy={reviews.isFetchingNextPage}
        onMore={() => void reviews.fetchNextPage()}
      />
    </Page>
  )
}

/** What was opened in an emergency is reviewed on a page of its own. */
function ToOpenings() {
  const t = useWords(openingsWords)
  return <LinkButton to="/break-glass/openings">{t('toOpenings')}</LinkButton>
}

function useColumns(): Column<ReviewLine>[] {
  const t = useWords(reviewsWords)
  const task = useWords(taskWords)
  const formats = useFormats()
  return [
    { key: 'what', header: t('what'), cell: (line) => <Link to={placeOfDue(line)}>{task(line.kind)}</Link> },
    {
      key: 'who',
      header: t('who'),
      cell: ({ personName }) => personName && <PersonName>{personName}</PersonName>,
    },
    {
      key: 'manager',
      header: t('manager'),
      cell: ({ manager }) => manager && <PersonName>{manager.name}</PersonName>,
    },
    { key: 'due', header: t('due'), cell: ({ dueAt }) => formats.dueDay(todayHere(new Date(dueAt))) },
  ]
}
