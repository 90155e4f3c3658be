import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { referralReason } from '#contract/codes/index.ts'
import type { ReceivedReferralLine, ReceivedReferralQuery } from '#contract/sharing.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import {
  ChoiceField,
  type Column,
  EmptyState,
  FieldRow,
  LinkButton,
  Loading,
  MoreButton,
  Page,
  Table,
  todayHere,
} from '#web/ui/index.ts'
import { receivedReferralsQuery } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'
import { Standing } from './ReferralList.tsx'

const shows = [
  ['awaiting', 'cameAwaiting'],
  ['running', 'running'],
  ['over', 'over'],
] as const

/** What other agencies referred here. Of the person the list says nothing: that is in the package. */
export function ReceivedReferralsPage() {
  const t = useWords(sharingWords)
  const [show, choose] = useState<ReceivedReferralQuery['show']>('awaiting')
  return (
    <Page
      title={t('came')}
      lead={t('cameLead')}
      actions={<LinkButton to="/referrals">{t('toOut')}</LinkButton>}
    >
      <FieldRow>
        <ChoiceField
          label={t('which')}
          choices={shows.map(([value, word]) => ({ value, label: t(word) }))}
          value={show}
          onChange={choose}
        />
      </FieldRow>
      <Suspense fallback={<Loading />}>
        <Shown show={show} />
      </Suspense>
    </Page>
  )
}

function Shown({ show }: { show: ReceivedReferralQuery['show'] }) {
  const t = useWords(sharingWords)
  const list = useSuspenseInfiniteQuery(receivedReferralsQuery(show))
  const columns = useColumns()
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('noneCame')} />
  return (
    <>
      <Table caption={t('came')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}

function useColumns(): Column<ReceivedReferralLine>[] {
  const t = useWords(sharingWords)
  const label = useLabel()
  const formats = useFormats()
  return [
    {
      key: 'from',
      header: t('from'),
      cell: ({ id, fromAgency }) => <Link to={`/received-referrals/${id}`}>{fromAgency}</Link>,
    },
    { key: 'why', header: t('why'), cell: ({ reason }) => label(referralReason, reason) },
    { key: 'state', header: t('state'), cell: (line) => <Standing line={line} /> },
    {
      key: 'sent',
      header: t('sent'),
      cell: ({ sentAt }) => formats.date(todayHere(new Date(sentAt))),
    },
    { key: 'replyBy', header: t('replyBy'), cell: ({ replyBy }) => formats.date(replyBy) },
  ]
}
