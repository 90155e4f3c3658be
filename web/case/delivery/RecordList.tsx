import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ProcessRecordLine } from '#contract/case/delivery.ts'
import { contactMode } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge, MoreButton, Section, Table } from '#web/ui/index.ts'
import { recordsQuery } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { recordWords } from './record.words.ts'
import { recordPlace } from './places.ts'

/** The records of a case, newest first. */
export function RecordList({ caseId }: { caseId: string }) {
  const t = useWords(deliveryWords)
  const words = useWords(recordWords)
  const label = useLabel()
  const formats = useFormats()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    recordsQuery(caseId),
  )
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return (
      <Section title={t('records')}>
        <p className="section-lead">{t('noRecords')}</p>
      </Section>
    )
  const title = ({ id, ordinal, purpose }: ProcessRecordLine) => (
    <Link to={recordPlace(caseId, id)}>{purpose.trim() || words('title', { ordinal })}</Link>
  )
  return (
    <Section title={t('records')}>
      <Table
        caption={t('records')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'purpose', header: words('purpose'), cell: title },
          { key: 'number', header: words('number'), cell: ({ ordinal }) => ordinal, numeric: true },
          {
            key: 'held',
            header: words('heldOn'),
            cell: ({ heldFrom }) => heldFrom && formats.moment(heldFrom),
          },
          { key: 'mode', header: words('mode'), cell: ({ mode }) => mode && label(contactMode, mode) },
          { key: 'state', header: words('state'), cell: badgesOf },
        ]}
      />
      <MoreButton
        next={hasNextPage ? 'more' : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Section>
  )
}

const badgesOf = (record: ProcessRecordLine) => <RecordBadges record={record} />

/** Whether it is signed, was late, and whether the client was met. */
function RecordBadges({ record: { state, writtenLate, clientSeen } }: { record: ProcessRecordLine }) {
  const t = useWords(recordWords)
  return (
    <span className="badges">
      <Badge {...(state === 'signed' ? { tone: 'done' } : {})}>{t(state)}</Badge>
      {writtenLate && <Badge tone="warn">{t('late')}</Badge>}
      {clientSeen === false && <Badge>{t('notSeen')}</Badge>}
    </span>
  )
}
