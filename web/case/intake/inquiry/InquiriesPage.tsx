import '../intake.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { EmptyState, LinkButton, Loading, MoreButton, Page } from '#web/ui/index.ts'
import { askedAs, everything } from './desk-filter.ts'
import { DeskHead } from './DeskHead.tsx'
import { DeskTabs } from './DeskTabs.tsx'
import { inquiriesQuery } from './inquiry.api.ts'
import { InquiryTable } from './InquiryTable.tsx'
import { inquiriesWords } from './inquiries.words.ts'

/** The desk's list: who waits, and for how long. */
export const OpenInquiriesPage = () => <InquiriesPage show="open" />

/** What the desk has decided. */
export const ConcludedInquiriesPage = () => <InquiriesPage show="concluded" />

function InquiriesPage({ show }: { show: 'open' | 'concluded' }) {
  const t = useWords(inquiriesWords)
  const [filter, choose] = useState(everything)
  const asked = show === 'open' ? askedAs(filter) : ''
  const list = useInfiniteQuery({ ...inquiriesQuery(show, asked), throwOnError: true })
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <Page
      title={t('title')}
      lead={t(show === 'open' ? 'lead' : 'leadConcluded')}
      actions={
        <>
          <LinkButton to="/reception">{t('quick')}</LinkButton>
          <LinkButton to="/blank-forms" look="quiet">
            {t('blankForms')}
          </LinkButton>
        </>
      }
    >
      <DeskTabs here={show === 'open' ? '/inquiries' : '/inquiries/concluded'} />
      {show === 'open' && <DeskHead filter={filter} change={choose} />}
      {rows === undefined && <Loading />}
      {rows?.length === 0 &&
        (asked === askedAs(everything) || show === 'concluded' ? (
          <Nobody show={show} />
        ) : (
          <p>{t('noneOfThese')}</p>
        ))}
      {rows && rows.length > 0 && <InquiryTable rows={rows} show={show} />}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {rows && rows.length > 0 && <ExportLinks path={`/api/inquiries/export?show=${show}${asked}`} />}
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
