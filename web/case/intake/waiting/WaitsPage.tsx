import '../intake.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitLine } from '#contract/case/waiting.ts'
import { riskLevel } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import {
  Badge,
  ChoiceField,
  type Column,
  EmptyState,
  Loading,
  MoreButton,
  Page,
  PersonName,
  Table,
} from '#web/ui/index.ts'
import { DeskTabs } from '../inquiry/DeskTabs.tsx'
import { inquiryPlaces } from '../inquiry/places.ts'
import { waitsQuery } from './waiting.api.ts'
import { waitingWords } from './waiting.words.ts'

/** The waiting list in its order, or by who must be asked after first. */
export function WaitsPage() {
  const t = useWords(waitingWords)
  const columns = useColumns()
  const [order, choose] = useState<'place' | 'check-in'>('place')
  const list = useInfiniteQuery({ ...waitsQuery(order), throwOnError: true })
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const [first] = list.data?.pages ?? []
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeskTabs here="/waits" />
      {first && (
        <p>
          {t('waiting', { count: first.waiting })}{' '}
          {first.placesFree === null ? t('noLimit') : t('placesFree', { count: first.placesFree })}
        </p>
      )}
      <ChoiceField
        label={t('order')}
        choices={[
          { value: 'place', label: t('byPlace') },
          { value: 'check-in', label: t('byCheck') },
        ]}
        value={order}
        onChange={choose}
      />
      {rows === undefined && <Loading />}
      {rows?.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      {rows && rows.length > 0 && (
        <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ inquiryId }) => inquiryId} />
      )}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

function useColumns(): Column<WaitLine>[] {
  const t = useWords(waitingWords)
  const label = useLabel()
  const formats = useFormats()
  return [
    {
      key: 'person',
      header: t('person'),
      cell: ({ inquiryId, personName }) => (
        <Link to={inquiryPlaces(inquiryId).wait}>
          {personName === null ? t('unnamed') : <PersonName>{personName}</PersonName>}
        </Link>
      ),
    },
    { key: 'place', header: t('place'), cell: ({ place }) => formats.number(place) },
    { key: 'priority', header: t('priority'), cell: ({ priority }) => label(riskLevel, priority) },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => <span dir="auto">{reason}</span> },
    { key: 'since', header: t('since'), cell: ({ enteredAt }) => formats.date(enteredAt) },
    {
      key: 'next',
      header: t('nextCheck'),
      cell: ({ nextCheckAt, checkOverdue }) => (
        <span className="badges">
          {formats.date(nextCheckAt)}
          {checkOverdue && <Badge tone="warn">{t('overdue')}</Badge>}
        </span>
      ),
    },
  ]
}
