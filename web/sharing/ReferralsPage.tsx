import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { ReferralQuery } from '#contract/sharing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, EmptyState, FieldRow, LinkButton, Loading, MoreButton, Page } from '#web/ui/index.ts'
import { agencyReferralsQuery } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'
import { ReferralTable } from './ReferralList.tsx'

const shows = ['awaiting', 'overdue', 'running', 'draft', 'over'] as const

/** The referrals that the agency sent, by how they stand. */
export function ReferralsPage() {
  const t = useWords(sharingWords)
  const [show, choose] = useState<ReferralQuery['show']>('awaiting')
  return (
    <Page
      title={t('out')}
      lead={t('outLead')}
      actions={<LinkButton to="/received-referrals">{t('toCame')}</LinkButton>}
    >
      <FieldRow>
        <ChoiceField
          label={t('which')}
          choices={shows.map((value) => ({ value, label: t(value) }))}
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

function Shown({ show }: { show: ReferralQuery['show'] }) {
  const t = useWords(sharingWords)
  const list = useSuspenseInfiniteQuery(agencyReferralsQuery(show))
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
  return (
    <>
      <ReferralTable rows={rows} named />
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
