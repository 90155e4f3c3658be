import type { AuditLine } from '#contract/audit.ts'
import { role } from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, EmptyState, PersonName, Table, type Column } from '#web/ui/index.ts'
import { auditSentence } from './audit-sentence.ts'
import { auditWords } from './audit.words.ts'

type AuditTableProps = { lines: readonly AuditLine[]; caption: string; withReference?: boolean }

/** Lines of the audit log as a table. References are case numbers and the beginnings of ids, enough to tell records apart. */
export function AuditTable({ lines, caption, withReference = false }: AuditTableProps) {
  const t = useWords(auditWords)
  const columns = useColumns(withReference)
  if (lines.length === 0) return <EmptyState title={t('none')} />
  return <Table caption={caption} columns={columns} rows={lines} rowKey={({ id }) => String(id)} />
}

/** Whoever acts without an account: the receiver of a secure link, the program of a partner. */
const isOutside = (one: AuditLine['role']) => one === 'link-receiver' || one === 'partner'

const shortId = (id: string | null) => id?.slice(0, 8) ?? ''

function useColumns(withReference: boolean): Column<AuditLine>[] {
  const t = useWords(auditWords)
  const label = useLabel()
  const formats = useFormats()
  const { language } = useLanguage()
  const when: Column<AuditLine> = {
    key: 'when',
    header: t('when'),
    cell: ({ at }) => <time dateTime={at}>{formats.moment(at)}</time>,
  }
  const who: Column<AuditLine> = {
    key: 'who',
    header: t('who'),
    cell: (line) => (
      <span>
        <PersonName>{line.worker.name}</PersonName>{' '}
        <small>{isOutside(line.role) ? t(line.role) : label(role, line.role)}</small>
      </span>
    ),
  }
  const what: Column<AuditLine> = {
    key: 'what',
    header: t('what'),
    cell: (line) => (
      <>
        {auditSentence(line, language)} {line.byBreakGlass && <Badge tone="warn">{t('byBreakGlass')}</Badge>}
      </>
    ),
  }
  const reference: Column<AuditLine> = {
    key: 'reference',
    header: t('reference'),
    cell: ({ caseNumber, subjectId, caseId }) => (
      <>
        {caseNumber && <span className="case-number">{caseNumber}</span>}{' '}
        <small>
          <code>{shortId(subjectId ?? caseId)}</code>
        </small>
      </>
    ),
  }
  const outcome: Column<AuditLine> = {
    key: 'outcome',
    header: t('outcome'),
    cell: (line) => (line.outcome === 'refused' ? <Badge tone="warn">{t('refused')}</Badge> : t('done')),
  }
  return [when, who, what, ...(withReference ? [reference] : []), outcome]
}
