import '../intake.css'
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutreachLine } from '#contract/case/reception.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, type Column, EmptyState, MoreButton, Page, Section, Table } from '#web/ui/index.ts'
import { DeskTabs } from '../inquiry/DeskTabs.tsx'
import { newOutreach, OutreachForm, type WrittenOutreach } from './OutreachForm.tsx'
import { outreachWords } from './outreach.words.ts'
import { outreachesQuery, recordOutreach } from './reception.api.ts'

/** Where workers went to meet people, newest first. */
export function OutreachesPage() {
  const t = useWords(outreachWords)
  const list = useSuspenseInfiniteQuery(outreachesQuery)
  const [recording, record] = useState(false)
  const columns = useColumns()
  const rows = list.data.pages.flatMap((page) => page.rows)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={!recording && <Button onClick={() => record(true)}>{t('record')}</Button>}
    >
      <DeskTabs here="/outreach" />
      {recording && <NewOutreach onCancel={() => record(false)} />}
      {rows.length === 0 && !recording && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

function NewOutreach({ onCancel }: { onCancel: () => void }) {
  const t = useWords(outreachWords)
  const go = useGo()
  const queries = useQueryClient()
  const { worker } = useMe()
  const typed = useTyped('outreach/new', () => newOutreach(worker.id))
  const saving = useMutation({
    mutationFn: (written: WrittenOutreach) => recordOutreach(written),
    onSuccess: (_, { id }) => {
      typed.forget()
      void queries.invalidateQueries({ queryKey: ['outreach'] })
      go(`/outreach/${id}`)
    },
  })
  return (
    <Section title={t('record')}>
      <OutreachForm typed={typed} saving={saving} onCancel={onCancel} />
    </Section>
  )
}

function useColumns(): Column<OutreachLine>[] {
  const t = useWords(outreachWords)
  const formats = useFormats()
  return [
    {
      key: 'place',
      header: t('place'),
      cell: ({ id, place }) => (
        <Link to={`/outreach/${id}`}>
          <span dir="auto">{place}</span>
        </Link>
      ),
    },
    { key: 'heldOn', header: t('heldOn'), cell: ({ heldOn }) => formats.date(heldOn) },
    { key: 'purpose', header: t('purpose'), cell: ({ purpose }) => <span dir="auto">{purpose}</span> },
    {
      key: 'workers',
      header: t('workers'),
      cell: ({ workers }) => formats.list(workers.map(({ name }) => name)),
    },
    { key: 'peopleMet', header: t('peopleMet'), cell: ({ peopleMet }) => String(peopleMet) },
    { key: 'contacts', header: t('contacts'), cell: ({ contacts }) => String(contacts) },
  ]
}
