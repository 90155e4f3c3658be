import '../intake.css'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WebRequest } from '#contract/case/web-form.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Badge,
  Button,
  ChoiceField,
  EmptyState,
  Loading,
  LongTextField,
  MoreButton,
  Page,
  PersonName,
  Sheet,
  Written,
} from '#web/ui/index.ts'
import { DeskTabs } from '../inquiry/DeskTabs.tsx'
import { inquiryPlaces } from '../inquiry/places.ts'
import { setAside, takeRequest, webRequestsQuery } from './web-form.api.ts'
import { webRequestWords } from './web-request.words.ts'

/** What was asked from outside, whoever must be answered first on top. */
export function WebRequestsPage() {
  const t = useWords(webRequestWords)
  const [show, choose] = useState<'waiting' | 'handled'>('waiting')
  const list = useInfiniteQuery({ ...webRequestsQuery(show), throwOnError: true })
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeskTabs here="/web-requests" />
      <ChoiceField
        label={t('show')}
        choices={[
          { value: 'waiting', label: t('waiting') },
          { value: 'handled', label: t('handled') },
        ]}
        value={show}
        onChange={choose}
      />
      {rows === undefined && <Loading />}
      {rows?.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="web-requests">
        {rows?.map((row) => (
          <li key={row.id}>
            <OneRequest row={row} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

function OneRequest({ row }: { row: WebRequest }) {
  const t = useWords(webRequestWords)
  const formats = useFormats()
  return (
    <article className="web-request">
      <h2>
        {row.name === '' ? t('noName') : <PersonName>{row.name}</PersonName>}
        {row.overdue && <Badge tone="warn">{t('overdue')}</Badge>}
      </h2>
      <p className="section-lead">
        {t('came', { when: formats.moment(row.receivedAt), receipt: row.receipt })}
        {' · '}
        {t('dueOn', { day: formats.date(row.dueAt) })}
      </p>
      <p dir="auto" lang={row.language}>
        <Written>{row.message}</Written>
      </p>
      <p>
        <strong>{t('reach')}</strong> <span dir="auto">{row.reach}</span>
      </p>
      {row.state === 'waiting' ? <Handle row={row} /> : <HandledBy row={row} />}
    </article>
  )
}

function HandledBy({ row }: { row: WebRequest }) {
  const t = useWords(webRequestWords)
  const name = row.handledBy?.name ?? ''
  if (row.inquiryId !== null)
    return (
      <p>
        {t('takenBy', { name })} <Link to={inquiryPlaces(row.inquiryId).sheet}>{t('toContact')}</Link>
      </p>
    )
  return <p>{t('setAsideBy', { name, reason: row.setAsideReason })}</p>
}

function Handle({ row }: { row: WebRequest }) {
  const t = useWords(webRequestWords)
  const go = useGo()
  const queries = useQueryClient()
  const [aside, put] = useState(false)
  const [inquiryId] = useState(() => crypto.randomUUID())
  const taking = useMutation({
    mutationFn: () => takeRequest(row.id, inquiryId, row.version),
    onSettled: () => queries.invalidateQueries({ queryKey: ['web-requests'] }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['inquiries'] })
      go(inquiryPlaces(inquiryId).sheet)
    },
  })
  return (
    <>
      <RefusalNote error={taking.error} />
      {aside ? (
        <AsideForm row={row} onClose={() => put(false)} />
      ) : (
        <div className="page-actions">
          <Button look="main" busy={taking.isPending} onClick={() => taking.mutate()}>
            {t('take')}
          </Button>
          <Button onClick={() => put(true)}>{t('setAside')}</Button>
        </div>
      )}
    </>
  )
}

function AsideForm({ row, onClose }: { row: WebRequest; onClose: () => void }) {
  const t = useWords(webRequestWords)
  const queries = useQueryClient()
  const typed = useTyped(`set-aside/${row.id}`, () => ({ reason: '' }))
  const { reason } = typed.value
  const setting = useMutation({
    mutationFn: () => setAside(row.id, reason, row.version),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['web-requests'] })
      onClose()
    },
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" look="main" busy={setting.isPending}>
        {t('setAside')}
      </Button>
    </>
  )
  return (
    <Sheet label={t('setAside')} onSubmit={() => setting.mutate()} actions={actions}>
      <RefusalNote error={setting.error} labels={{ reason: t('reason') }} />
      <LongTextField
        label={t('reason')}
        hint={t('reasonHint')}
        required
        rows={2}
        value={reason}
        onChange={(text) => typed.change({ reason: text })}
      />
    </Sheet>
  )
}
