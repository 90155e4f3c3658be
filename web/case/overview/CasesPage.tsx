import './overview.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { caseState } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import {
  ChoiceField,
  EmptyState,
  FieldRow,
  LinkButton,
  Loading,
  MoreButton,
  Page,
  Table,
} from '#web/ui/index.ts'
import { caseloadQuery, type CaseloadFilter } from './overview.api.ts'
import { overviewWords } from './overview.words.ts'
import { useCaseColumns } from './useCaseColumns.tsx'

/** Whose cases everybody is answerable for is what they find first. */
const firstShown: Readonly<Record<string, CaseloadFilter['show']>> = {
  supervisor: 'team',
  'agency-head': 'agency',
}

/** The caseload: what is due next on top; whose and in which state by choice. */
export function CasesPage() {
  const t = useWords(overviewWords)
  const { role } = useMe().worker
  const [filter, choose] = useState<CaseloadFilter>({
    show: firstShown[role] ?? 'mine',
    state: 'open',
  })
  return (
    <Page title={t('cases')} actions={<LinkButton to="/statistics">{t('statistics')}</LinkButton>}>
      <Filters filter={filter} choose={choose} />
      <Suspense fallback={<Loading />}>
        <Caseload filter={filter} />
      </Suspense>
    </Page>
  )
}

type FiltersProps = { filter: CaseloadFilter; choose: (filter: CaseloadFilter) => void }

function Filters({ filter, choose }: FiltersProps) {
  const t = useWords(overviewWords)
  const label = useLabel()
  const { role } = useMe().worker
  const shows = { worker: ['mine'], supervisor: ['team', 'mine'], 'agency-head': ['agency', 'team'] } as const
  const open = role === 'worker' || role === 'supervisor' || role === 'agency-head' ? shows[role] : []
  return (
    <FieldRow>
      {open.length > 1 && (
        <ChoiceField
          label={t('whose')}
          choices={open.map((show) => ({ value: show, label: t(show) }))}
          value={filter.show}
          onChange={(show) => choose({ ...filter, show })}
        />
      )}
      <ChoiceField
        label={t('which')}
        choices={(['open', 'closed', 'archived'] as const).map((state) => ({
          value: state,
          label: label(caseState, state),
        }))}
        value={filter.state}
        onChange={(state) => choose({ ...filter, state })}
      />
    </FieldRow>
  )
}

function Caseload({ filter }: { filter: CaseloadFilter }) {
  const t = useWords(overviewWords)
  const cases = useSuspenseInfiniteQuery(caseloadQuery(filter))
  const columns = useCaseColumns(filter.show !== 'mine')
  const rows = cases.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return <EmptyState title={t('none')}>{filter.state === 'open' && t('noneLead')}</EmptyState>
  return (
    <>
      <Table caption={t('cases')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <MoreButton
        next={cases.hasNextPage ? 'more' : null}
        busy={cases.isFetchingNextPage}
        onMore={() => void cases.fetchNextPage()}
      />
      <ExportLinks path={`/api/cases/export?show=${filter.show}&state=${filter.state}`} />
    </>
  )
}
