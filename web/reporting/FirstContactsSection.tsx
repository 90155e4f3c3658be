import { useSuspenseQuery } from '@tanstack/react-query'
import {
  caseSource,
  contactChannel,
  helpResult,
  intakeDecision,
  potentialClientKind,
} from '#contract/codes/index.ts'
import type { FirstContacts, Month } from '#contract/reporting.ts'
import { ExportLinks } from '#web/app/ExportLinks.tsx'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { EmptyState, Facts, Section, Table, type Column } from '#web/ui/index.ts'
import { firstContactsWords } from './first-contacts.words.ts'
import { firstContactsQuery } from './reporting.api.ts'

/** What a month brought to the desk, and who became a client. */
export function FirstContactsSection({ month }: { month: Month }) {
  const t = useWords(firstContactsWords)
  const counted = useSuspenseQuery(firstContactsQuery(month)).data
  return (
    <>
      <Section title={t('title')}>
        <p>{t('lead')}</p>
        {counted.contacts === 0 ? (
          <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
        ) : (
          <Contacts counted={counted} />
        )}
      </Section>
      {counted.earlierHelp.length > 0 && <EarlierHelp lines={counted.earlierHelp} />}
      {counted.potential.length > 0 && <Potential lines={counted.potential} />}
      {counted.contacts + counted.potential.length > 0 && (
        <ExportLinks path={`/api/statistics/first-contacts/export?month=${month}`} holds="numbers" />
      )}
    </>
  )
}

type CountsProps = Readonly<{
  of: string
  lines: readonly Readonly<{ name: string; total: number; part: number }>[]
  total: string
  part: string
  share?: string
  /** Where several tables stand below each other, each says what it counts. */
  captionShown?: boolean
}>

/** A small table: what was counted, how many, and how many of them. */
function Counts({ of, lines, total, part, share, captionShown = false }: CountsProps) {
  const formats = useFormats()
  type Line = CountsProps['lines'][number]
  const columns: Column<Line>[] = [
    { key: 'name', header: of, cell: ({ name }) => name },
    { key: 'total', header: total, cell: (line) => formats.number(line.total), numeric: true },
    { key: 'part', header: part, cell: (line) => formats.number(line.part), numeric: true },
  ]
  const rate: Column<Line> = {
    key: 'share',
    header: share ?? '',
    cell: (line) => formats.share(line.part, line.total),
    numeric: true,
  }
  return (
    <Table
      caption={of}
      captionShown={captionShown}
      columns={share === undefined ? columns : [...columns, rate]}
      rows={lines}
      rowKey={({ name }) => name}
    />
  )
}

function Contacts({ counted }: { counted: FirstContacts }) {
  const t = useWords(firstContactsWords)
  const label = useLabel()
  const formats = useFormats()
  return (
    <>
      <Facts
        facts={(['contacts', 'emergencies', 'outsideHours'] as const).map((key) => ({
          label: t(key),
          value: formats.number(counted[key]),
        }))}
      />
      <Counts
        captionShown
        of={t('channel')}
        total={t('contacts')}
        part={t('outsideHours')}
        lines={counted.channels.map(({ channel, contacts, outsideHours }) => ({
          name: label(contactChannel, channel),
          total: contacts,
          part: outsideHours,
        }))}
      />
      <Counts
        captionShown
        of={t('source')}
        total={t('contacts')}
        part={t('emergencies')}
        lines={counted.sources.map(({ source, contacts, emergencies }) => ({
          name: source === null ? t('unsaid') : label(caseSource, source),
          total: contacts,
          part: emergencies,
        }))}
      />
      <Counts
        captionShown
        of={t('decision')}
        total={t('contacts')}
        part={t('emergencies')}
        lines={counted.decisions.map(({ decision, contacts, emergencies }) => ({
          name: decision === null ? t('undecided') : label(intakeDecision, decision),
          total: contacts,
          part: emergencies,
        }))}
      />
    </>
  )
}

function EarlierHelp({ lines }: { lines: FirstContacts['earlierHelp'] }) {
  const t = useWords(firstContactsWords)
  const label = useLabel()
  return (
    <Section title={t('earlierHelp')}>
      <p>{t('earlierHelpLead')}</p>
      <Counts
        of={t('earlierHelp')}
        total={t('attempts')}
        part={t('contacts')}
        lines={lines.map(({ result, attempts, contacts }) => ({
          name: result === null ? t('unsaid') : label(helpResult, result),
          total: attempts,
          part: contacts,
        }))}
      />
    </Section>
  )
}

function Potential({ lines }: { lines: FirstContacts['potential'] }) {
  const t = useWords(firstContactsWords)
  const label = useLabel()
  return (
    <Section title={t('potential')}>
      <p>{t('potentialLead')}</p>
      <Counts
        of={t('potential')}
        total={t('people')}
        part={t('became')}
        share={t('rate')}
        lines={lines.map(({ kind, people, became }) => ({
          name: label(potentialClientKind, kind),
          total: people,
          part: became,
        }))}
      />
    </Section>
  )
}
