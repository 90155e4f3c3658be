import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { workersQuery } from '#web/agencies/agencies.api.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { openingsWords } from '#web/break-glass/openings.words.ts'
import { ChoiceField, DateField, FieldRow, LinkButton, Loading, MoreButton, Page } from '#web/ui/index.ts'
import { AuditTable } from './AuditTable.tsx'
import { auditQuery, type AuditFilter } from './audit.api.ts'
import { auditWords } from './audit.words.ts'

/** The agency's audit log for its inspector: by day, worker, act and outcome. */
export function AuditLogPage() {
  const t = useWords(auditWords)
  const openings = useWords(openingsWords)
  const [filter, choose] = useState<AuditFilter>({})
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<LinkButton to="/break-glass/openings">{openings('toOpenings')}</LinkButton>}
    >
      <Filters filter={filter} choose={choose} />
      <Suspense fallback={<Loading />}>
        <Lines filter={filter} />
      </Suspense>
    </Page>
  )
}

type FiltersProps = { filter: AuditFilter; choose: (filter: AuditFilter) => void }

const all = 'all'
const acts = ['look', 'change', 'print', 'export', 'break-glass'] as const
const outcomes = ['done', 'refused'] as const

function Filters({ filter, choose }: FiltersProps) {
  const t = useWords(auditWords)
  const { day: _day, ...anyDay } = filter
  const { act: _act, ...anyAct } = filter
  const { outcome: _outcome, ...anyOutcome } = filter
  return (
    <>
      <FieldRow>
        <DateField
          label={t('day')}
          value={filter.day ?? null}
          onChange={(day) => choose(day ? { ...filter, day } : anyDay)}
        />
        <WorkerFilter filter={filter} choose={choose} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label={t('act')}
          choices={[
            { value: all, label: t('anyAct') },
            ...acts.map((act) => ({ value: act, label: t(act) })),
          ]}
          value={filter.act ?? all}
          onChange={(act) => choose(act === all ? anyAct : { ...filter, act })}
        />
        <ChoiceField
          label={t('outcome')}
          choices={[
            { value: all, label: t('anyOutcome') },
            ...outcomes.map((outcome) => ({ value: outcome, label: t(outcome) })),
          ]}
          value={filter.outcome ?? all}
          onChange={(outcome) => choose(outcome === all ? anyOutcome : { ...filter, outcome })}
        />
      </FieldRow>
    </>
  )
}

function WorkerFilter({ filter, choose }: FiltersProps) {
  const t = useWords(auditWords)
  const formats = useFormats()
  const { data } = useSuspenseQuery(workersQuery)
  const { workerId: _workerId, ...anyWorker } = filter
  const workers = data.rows.toSorted((one, other) => formats.compare(one.name, other.name))
  return (
    <ChoiceField
      label={t('worker')}
      shape="list"
      choices={[
        { value: all, label: t('anybody') },
        ...workers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={filter.workerId ?? all}
      onChange={(workerId) => choose(workerId === all ? anyWorker : { ...filter, workerId })}
    />
  )
}

function Lines({ filter }: { filter: AuditFilter }) {
  const t = useWords(auditWords)
  const audit = useSuspenseInfiniteQuery(auditQuery(filter))
  return (
    <>
      <AuditTable lines={audit.data.pages.flatMap(({ rows }) => rows)} caption={t('title')} withReference />
      <MoreButton
        next={audit.hasNextPage ? 'more' : null}
        busy={audit.isFetchingNextPage}
        onMore={() => void audit.fetchNextPage()}
      />
    </>
  )
}
