import { caseState, stage } from '#contract/codes/index.ts'
import type { PersonView } from '#contract/people.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, PersonName, Section, Table, type Column } from '#web/ui/index.ts'
import { personWords } from './person.words.ts'

type Case = PersonView['cases'][number]
type Inquiry = PersonView['inquiries'][number]

/** The cases and first contacts of a person that the reader sees; one click leads into each. */
export function PersonCases({ person }: { person: PersonView }) {
  const t = useWords(personWords)
  const { cases, inquiries } = person
  return (
    <Section title={t('cases')}>
      {cases.length === 0 && inquiries.length === 0 && <p>{t('noCases')}</p>}
      {cases.length > 0 && <Cases cases={cases} />}
      {inquiries.length > 0 && <Inquiries inquiries={inquiries} />}
    </Section>
  )
}

function Cases({ cases }: { cases: readonly Case[] }) {
  const t = useWords(personWords)
  const label = useLabel()
  const { date } = useFormats()
  const columns: Column<Case>[] = [
    { key: 'number', header: t('caseNumber'), cell: caseLink },
    { key: 'client', header: t('client'), cell: clientName },
    { key: 'stage', header: t('stage'), cell: (row) => label(stage, row.stage) },
    { key: 'state', header: t('state'), cell: (row) => label(caseState, row.state) },
    { key: 'manager', header: t('manager'), cell: managerName },
    { key: 'opened', header: t('openedOn'), cell: (row) => date(row.openedAt) },
  ]
  return <Table caption={t('cases')} columns={columns} rows={cases} rowKey={({ id }) => id} />
}

function Inquiries({ inquiries }: { inquiries: readonly Inquiry[] }) {
  const t = useWords(personWords)
  const columns: Column<Inquiry>[] = [
    { key: 'received', header: t('receivedAt'), cell: inquiryLink },
    { key: 'client', header: t('client'), cell: clientName },
    { key: 'state', header: t('state'), cell: (row) => t(row.state) },
  ]
  return (
    <>
      <h3>{t('inquiries')}</h3>
      <Table caption={t('inquiries')} columns={columns} rows={inquiries} rowKey={({ id }) => id} />
    </>
  )
}

const clientName = ({ client }: Case | Inquiry) => client && <PersonName>{client.name}</PersonName>
const managerName = ({ caseManager }: Case) => <PersonName>{caseManager.name}</PersonName>
const caseLink = (row: Case) => (
  <LinkWithAlarm to={`/cases/${row.id}`} text={row.number} alarm={row.emergency && row.state === 'open'} />
)
const inquiryLink = (row: Inquiry) => <InquiryLink inquiry={row} />

function InquiryLink({ inquiry }: { inquiry: Inquiry }) {
  const { moment } = useFormats()
  const alarm = inquiry.emergency === true && inquiry.state !== 'concluded'
  return <LinkWithAlarm to={`/inquiries/${inquiry.id}`} text={moment(inquiry.receivedAt)} alarm={alarm} />
}

function LinkWithAlarm({ to, text, alarm }: { to: string; text: string; alarm: boolean }) {
  const t = useWords(personWords)
  return (
    <span className="link-with-alarm">
      <Link to={to}>{text}</Link>
      {alarm && <Badge tone="danger">{t('emergency')}</Badge>}
    </span>
  )
}
