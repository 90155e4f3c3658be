import { useSuspenseQuery } from '@tanstack/react-query'
import { problemNature } from '#contract/codes/index.ts'
import type { Month, ProblemNatureLine } from '#contract/reporting.ts'
import { nameIn } from '#contract/settings/index.ts'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { EmptyState, Facts, Section, Table, type Column } from '#web/ui/index.ts'
import { problemNaturesQuery } from './reporting.api.ts'
import { problemNaturesWords } from './problem-natures.words.ts'

/** The natures of the problems that were assessed in a month, by site. */
export function ProblemNaturesSection({ month }: { month: Month }) {
  const t = useWords(problemNaturesWords)
  const formats = useFormats()
  const columns = useColumns()
  const { rows, problems, cases } = useSuspenseQuery(problemNaturesQuery(month)).data
  return (
    <Section title={t('title')}>
      <p>{t('lead')}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      ) : (
        <>
          <Facts
            facts={[
              { label: t('problems'), value: formats.number(problems) },
              { label: t('cases'), value: formats.number(cases) },
            ]}
          />
          <Table
            caption={t('title')}
            columns={columns}
            rows={rows}
            rowKey={({ nature, site }) => `${nature ?? ''} ${site?.id ?? ''}`}
          />
          <ExportLinks path={`/api/statistics/problem-natures/export?month=${month}`} holds="numbers" />
        </>
      )}
    </Section>
  )
}

function useColumns(): Column<ProblemNatureLine>[] {
  const t = useWords(problemNaturesWords)
  const label = useLabel()
  const formats = useFormats()
  const { language } = useLanguage()
  const number = (key: 'problems' | 'cases' | 'clientFirst' | 'workerFirst') => ({
    key,
    header: t(key),
    cell: (line: ProblemNatureLine) => formats.number(line[key]),
    numeric: true,
  })
  return [
    {
      key: 'nature',
      header: t('nature'),
      cell: ({ nature }) => (nature === null ? t('unsaid') : label(problemNature, nature)),
    },
    {
      key: 'site',
      header: t('site'),
      cell: ({ site }) => (site === null ? t('wholeAgency') : nameIn(site.name, language)),
    },
    number('problems'),
    number('cases'),
    number('clientFirst'),
    number('workerFirst'),
  ]
}
