import './workday.css'
import { usePrefetchQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useAbility } from '#web/app/MeContext.tsx'
import { EmptyState, LinkButton, MoreButton, Page, Section, todayHere } from '#web/ui/index.ts'
import { nextAppointmentsQuery, roomsQuery } from '#web/calendar/calendar.api.ts'
import { NextAppointments } from '#web/calendar/NextAppointments.tsx'
import { grouped } from './due-groups.ts'
import { DueList } from './DueList.tsx'
import { NoticeList } from './NoticeList.tsx'
import { todayWords } from './today.words.ts'
import { noticesQuery, todayQuery } from './workday.api.ts'

/** What is due for me: what I must be told on top, then the quiet groups of the day. */
export function DayPage() {
  const t = useWords(todayWords)
  const formats = useFormats()
  // Asked for together: each part of the page would else wait for the one above it.
  usePrefetchQuery(noticesQuery)
  usePrefetchQuery(nextAppointmentsQuery())
  usePrefetchQuery(roomsQuery)
  const due = useSuspenseInfiniteQuery(todayQuery)
  const items = due.data.pages.flatMap(({ rows }) => rows)
  const groups = grouped(items, (moment) => todayHere(new Date(moment)), todayHere())
  return (
    <Page title={t('title')} lead={formats.date(todayHere())}>
      <NoticeList />
      <NextAppointments />
      {groups.length === 0 && <NothingDue />}
      {groups.map(({ group, items: some }) => (
        <Section key={group} title={t(group)}>
          <DueList items={some} />
        </Section>
      ))}
      <MoreButton
        next={due.hasNextPage ? 'more' : null}
        busy={due.isFetchingNextPage}
        onMore={() => void due.fetchNextPage()}
      />
    </Page>
  )
}

function NothingDue() {
  const t = useWords(todayWords)
  const receives = useAbility('receive') === 'yes'
  return (
    <EmptyState
      title={t('nothing')}
      action={receives && <LinkButton to="/inquiries/new">{t('receive')}</LinkButton>}
    >
      {receives && t('nothingLead')}
    </EmptyState>
  )
}
