import type { InquiryLine } from '#contract/case/intake.ts'
import { caseSource, contactChannel, intakeDecision } from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, type Column, PersonName, Table } from '#web/ui/index.ts'
import { inquiriesWords } from './inquiries.words.ts'
import { placeOfInquiry } from './places.ts'
import { TakeButton } from './TakeButton.tsx'
import { waitingTime } from './waiting.ts'

type InquiryTableProps = { rows: readonly InquiryLine[]; show: 'open' | 'concluded' }

/** Who asked for help, where that stands, and how long they have waited. */
export function InquiryTable({ rows, show }: InquiryTableProps) {
  const t = useWords(inquiriesWords)
  const columns = useColumns()
  const wanted = show === 'open' ? openColumns : concludedColumns
  return (
    <Table
      caption={t(show)}
      columns={columns.filter(({ key }) => wanted.includes(key))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

const openColumns: readonly string[] = ['person', 'state', 'due', 'source', 'waiting', 'takenBy']
const concludedColumns: readonly string[] = ['person', 'decision', 'source', 'receivedAt', 'receivedBy']

function useColumns(): Column<InquiryLine>[] {
  const t = useWords(inquiriesWords)
  const label = useLabel()
  const formats = useFormats()
  const { language } = useLanguage()
  const source = (row: InquiryLine) =>
    row.source === null
      ? label(contactChannel, row.channel, row.receivedAt)
      : `${label(contactChannel, row.channel, row.receivedAt)} · ${label(caseSource, row.source, row.receivedAt)}`
  return [
    { key: 'person', header: t('person'), cell: (row) => <WhoAsked row={row} /> },
    { key: 'state', header: t('state'), cell: (row) => <Progress row={row} /> },
    {
      key: 'decision',
      header: t('decision'),
      cell: (row) => (row.decision ? label(intakeDecision, row.decision) : ''),
    },
    { key: 'source', header: t('source'), cell: source },
    {
      key: 'waiting',
      header: t('waiting'),
      cell: (row) => waitingTime(row.receivedAt, new Date(), language),
    },
    {
      key: 'due',
      header: t('due'),
      cell: (row) => (
        <span className="badges">
          {formats.date(row.dueAt)}
          {row.overdue && <Badge tone="warn">{t('overdue')}</Badge>}
        </span>
      ),
    },
    { key: 'takenBy', header: t('takenBy'), cell: (row) => <TakeButton row={row} /> },
    { key: 'receivedAt', header: t('receivedAt'), cell: (row) => formats.moment(row.receivedAt) },
    {
      key: 'receivedBy',
      header: t('receivedBy'),
      cell: (row) => <PersonName>{row.receivedBy.name}</PersonName>,
    },
  ]
}

function WhoAsked({ row }: { row: InquiryLine }) {
  const t = useWords(inquiriesWords)
  const { clientName, callerName } = row
  return (
    <>
      <Link to={placeOfInquiry(row)}>
        {clientName === null ? t('unnamed') : <PersonName>{clientName}</PersonName>}
      </Link>
      {callerName !== null && callerName !== clientName && (
        <small className="inquiry-caller">{t('caller', { name: callerName })}</small>
      )}
    </>
  )
}

const stateWords = {
  draft: 'draft',
  registered: 'registered',
  assessed: 'assessed',
  waiting: 'waitingState',
  concluded: 'done',
} as const satisfies Record<InquiryLine['state'], string>

function Progress({ row }: { row: InquiryLine }) {
  const t = useWords(inquiriesWords)
  return (
    <span className="badges">
      {row.emergency && <Badge tone="danger">{t('emergency')}</Badge>}
      {row.outsideHours && row.state !== 'concluded' && <Badge>{t('outsideHours')}</Badge>}
      <Badge>{t(stateWords[row.state])}</Badge>
    </span>
  )
}
