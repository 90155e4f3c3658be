import '../intake.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { EmptyState, LinkButton, MoreButton, Page, Tabs } from '#web/ui/index.ts'
import { inquiriesQuery } from './inquiry.api.ts'
import { InquiryTable } from './InquiryTable.tsx'
import { inquiriesWords } from './inquiries.words.ts'

/** The desk's list: who waits, and for how long. */
export const OpenInquiriesPage = () => <InquiriesPage show="open" />

/** What the desk has decided. */
export const ConcludedInquiriesPage = () => <InquiriesPage show="concluded" />

function InquiriesPage({ show }: { show: 'open' | 'concluded' }) {
  const t = useWords(inquiriesWords)
  const list = useSuspenseInfiniteQuery(inquiriesQuery(show))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const tabs = [
    { to: '/inquiries', label: t('open'), current: show === 'open' },
    { to: '/inquiries/concluded', label: t('concluded'), current: show === 'concluded' },
  ]
  return (
    <Page title={t('title')} lead={t(show === 'open' ? 'lead' : 'leadConcluded')}>
      <Tabs tabs={tabs} label={t('tabs')} />
      {rows.length === 0 ? <Nobody show={show} /> : <InquiryTable rows={rows} show={show} />}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {rows.length > 0 && <ExportLinks path={`/api/inquiries/export?show=${show}`} />}
    </Page>
  )
}

function Nobody({ show }: { show: 'open' | 'concluded' }) {
  const t = useWords(inquiriesWords)
  if (show === 'concluded') return <EmptyState title={t('emptyConcluded')} />
  const receive = <LinkButton to="/inquiries/new">{t('receive')}</LinkButton>
  return (
    <EmptyState title={t('emptyOpen')} action={receive}>
      {t('emptyOpenLead')}
    </EmptyState>
  )
}
