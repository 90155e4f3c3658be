import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkerLine } from '#contract/agencies.ts'
import { occupationalLevel, role } from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useAbility } from '#web/app/MeContext.tsx'
import { Badge, Button, PersonName, Section, Table, type Column } from '#web/ui/index.ts'
import { workersQuery } from './agencies.api.ts'
import { agenciesWords } from './agencies.words.ts'
import { WorkerDialog } from './WorkerDialog.tsx'

type Editing = { worker: WorkerLine | null } | null

/** The staff list: role, level, supervisor, how many open cases each carries; and the way to add and change. */
export function WorkersSection() {
  const t = useWords(agenciesWords)
  const formats = useFormats()
  const { data } = useSuspenseQuery(workersQuery)
  const administers = useAbility('administer') === 'yes'
  const [editing, edit] = useState<Editing>(null)
  const workers = data.rows.toSorted((one, other) => formats.compare(one.name, other.name))
  const columns = useColumns(workers, administers, (worker) => edit({ worker }))
  const add = administers && (
    <Button look="main" onClick={() => edit({ worker: null })}>
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('workers')} actions={add}>
      <Table caption={t('workers')} columns={columns} rows={workers} rowKey={({ id }) => id} />
      {editing && <WorkerDialog worker={editing.worker} workers={workers} close={() => edit(null)} />}
    </Section>
  )
}

function useColumns(
  workers: readonly WorkerLine[],
  administers: boolean,
  edit: (worker: WorkerLine) => void,
) {
  const t = useWords(agenciesWords)
  const label = useLabel()
  const { language } = useLanguage()
  const names = new Map(workers.map(({ id, name }) => [id, name]))
  const columns: Column<WorkerLine>[] = [
    { key: 'name', header: t('workerName'), cell: (worker) => <NameCell worker={worker} /> },
    { key: 'role', header: t('role'), cell: (worker) => label(role, worker.role) },
    { key: 'level', header: t('level'), cell: ({ level }) => occupationalLevel.label(level, language) },
    {
      key: 'supervisor',
      header: t('supervisor'),
      cell: ({ supervisorId }) => supervisorId && <PersonName>{names.get(supervisorId) ?? ''}</PersonName>,
    },
    { key: 'openCases', header: t('openCases'), cell: ({ openCases }) => openCases, numeric: true },
  ]
  const change: Column<WorkerLine> = {
    key: 'change',
    header: t('edit'),
    cell: (worker) => (
      <Button look="quiet" onClick={() => edit(worker)}>
        {t('edit')}
      </Button>
    ),
  }
  return administers ? [...columns, change] : columns
}

function NameCell({ worker }: { worker: WorkerLine }) {
  const t = useWords(agenciesWords)
  return (
    <>
      <PersonName>{worker.name}</PersonName> {!worker.active && <Badge tone="done">{t('inactive')}</Badge>}
    </>
  )
}
