import type { EcomapDay } from '#contract/drawings.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { measuresOf } from '#drawing/ecomap/measures.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Section, Table } from '#web/ui/index.ts'
import { ecomapPageWords } from './ecomap-page.words.ts'

/** What each map comes to in numbers, oldest first, so that one sees how it moved. */
export function EcomapMeasures({ days }: { days: readonly EcomapDay[] }) {
  const t = useWords(ecomapPageWords)
  const formats = useFormats()
  const rows = days
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map((day) => ({ day, measures: measuresOf(readEcomap(ecomapFrom(day))) }))
  type Row = (typeof rows)[number]
  const share = (part: number) => `${String(Math.round(part * 100))} %`
  const number = (key: string, header: string, cell: (row: Row) => string) => ({
    key,
    header,
    cell,
    numeric: true,
  })
  return (
    <Section title={t('measures')}>
      <Table
        caption={t('measures')}
        rows={rows}
        rowKey={({ day }) => day.id}
        columns={[
          { key: 'day', header: t('day'), cell: ({ day }) => formats.date(day.day) },
          number('links', t('links'), ({ measures }) => String(measures.links)),
          number('strong', t('strong'), ({ measures }) => share(measures.strong)),
          number('stressful', t('stressful'), ({ measures }) => share(measures.stressful)),
          number('balance', t('balance'), ({ measures }) => String(measures.balance)),
          number(
            'ratio',
            t('ratio'),
            ({ measures }) => `${String(measures.formal)} : ${String(measures.informal)}`,
          ),
          number('empty', t('empty'), ({ measures }) => String(measures.emptyDomains.length)),
        ]}
      />
    </Section>
  )
}
