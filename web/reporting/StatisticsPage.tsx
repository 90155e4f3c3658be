import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { serviceField } from '#contract/codes/index.ts'
import type { CaseMovement, Month } from '#contract/reporting.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  EmptyState,
  Facts,
  FieldRow,
  Loading,
  Page,
  PersonName,
  Section,
  Table,
  todayHere,
  type Column,
} from '#web/ui/index.ts'
import { FirstContactsSection } from './FirstContactsSection.tsx'
import { ProblemNaturesSection } from './ProblemNaturesSection.tsx'
import { monthsToChoose } from './months.ts'
import { caseMovementsQuery } from './reporting.api.ts'
import { reportingWords } from './reporting.words.ts'

/** Cases opened and closed in a month, by field of service and case manager. */
export function StatisticsPage() {
  const t = useWords(reportingWords)
  const [month, choose] = useState<Month>(() => todayHere().slice(0, 7))
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/cases', label: t('toCases') }}>
      <MonthChoice month={month} choose={choose} />
      <Suspense fallback={<Loading />}>
        <Movements month={month} />
        <FirstContactsSection month={month} />
        <ProblemNaturesSection month={month} />
      </Suspense>
    </Page>
  )
}

type MonthChoiceProps = { month: Month; choose: (month: Month) => void }

function MonthChoice({ month, choose }: MonthChoiceProps) {
  const t = useWords(reportingWords)
  const formats = useFormats()
  return (
    <FieldRow>
      <ChoiceField
        label={t('month')}
        choices={monthsToChoose(todayHere(), month).map((value) => ({ value, label: formats.month(value) }))}
        value={month}
        onChange={choose}
      />
    </FieldRow>
  )
}

function Movements({ month }: { month: Month }) {
  const t = useWords(reportingWords)
  const formats = useFormats()
  const columns = useColumns()
  const { rows, opened, closed } = useSuspenseQuery(caseMovementsQuery(month)).data
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
  return (
    <>
      <Section title={t('sums')}>
        <Facts
          facts={[
            { label: t('opened'), value: formats.number(opened) },
            { label: t('closed'), value: formats.number(closed) },
          ]}
        />
      </Section>
      <Section title={t('lines')}>
        <Table
          caption={t('lines')}
          columns={columns}
          rows={rows}
          rowKey={({ field, manager }) => `${field ?? ''} ${manager.id}`}
        />
      </Section>
    </>
  )
}

function useColumns(): Column<CaseMovement>[] {
  const t = useWords(reportingWords)
  const label = useLabel()
  const formats = useFormats()
  return [
    {
      key: 'field',
      header: t('field'),
      cell: ({ field }) => (field === null ? t('noField') : label(serviceField, field)),
    },
    { key: 'manager', header: t('manager'), cell: ({ manager }) => <PersonName>{manager.name}</PersonName> },
    { key: 'opened', header: t('opened'), cell: ({ opened }) => formats.number(opened), numeric: true },
    { key: 'closed', header: t('closed'), cell: ({ closed }) => formats.number(closed), numeric: true },
  ]
}
