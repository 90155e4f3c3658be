import { referralReason, referralState, referralUrgency } from '#contract/codes/index.ts'
import type { ReferralLine } from '#contract/sharing.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, type Column, PersonName, Table, todayHere } from '#web/ui/index.ts'
import { pageOfReferral } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'

/** Referrals as a table; each leads to its page. */
export function ReferralTable({ rows, named }: { rows: readonly ReferralLine[]; named: boolean }) {
  const t = useWords(sharingWords)
  const columns = useColumns(named)
  return <Table caption={t('referrals')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

const pathOf = ({ person, id }: ReferralLine) => pageOfReferral(person.id, id)

function useColumns(named: boolean): Column<ReferralLine>[] {
  const t = useWords(sharingWords)
  const label = useLabel()
  const formats = useFormats()
  const to = ({ receiverName }: ReferralLine) => receiverName || label(referralState, 'draft')
  const columns: Column<ReferralLine>[] = [
    {
      key: 'to',
      header: t('to'),
      cell: (line) => (named ? to(line) : <Link to={pathOf(line)}>{to(line)}</Link>),
    },
    { key: 'why', header: t('why'), cell: ({ reason, movedAt }) => label(referralReason, reason, movedAt) },
    { key: 'state', header: t('state'), cell: (line) => <Standing line={line} /> },
    {
      key: 'replyBy',
      header: t('replyBy'),
      cell: ({ replyBy }) => replyBy && formats.date(replyBy),
    },
    {
      key: 'moved',
      header: t('moved'),
      cell: ({ movedAt }) => formats.date(todayHere(new Date(movedAt))),
    },
  ]
  if (!named) return columns
  const who: Column<ReferralLine> = {
    key: 'who',
    header: t('who'),
    cell: (line) => (
      <Link to={pathOf(line)}>
        <PersonName>{line.person.name}</PersonName>
      </Link>
    ),
  }
  return [who, ...columns]
}

/** How it stands, in a word; what is late, urgent or no longer seen stands beside it. */
export function Standing({
  line,
}: {
  line: Pick<ReferralLine, 'state' | 'overdue' | 'urgency' | 'sightEnded'>
}) {
  const t = useWords(sharingWords)
  const label = useLabel()
  const tone = line.state === 'client-confirmed' ? 'done' : line.state === 'draft' ? undefined : 'info'
  return (
    <>
      <Badge {...(tone ? { tone } : {})}>{label(referralState, line.state)}</Badge>{' '}
      {line.overdue && <Badge tone="warn">{t('late')}</Badge>}{' '}
      {line.urgency !== 'routine' && (
        <Badge tone={line.urgency === 'emergency' ? 'danger' : 'warn'}>
          {label(referralUrgency, line.urgency)}
        </Badge>
      )}{' '}
      {line.sightEnded && <Badge>{t('blind')}</Badge>}
    </>
  )
}
