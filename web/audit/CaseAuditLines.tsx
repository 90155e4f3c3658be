import { useQuery } from '@tanstack/react-query'
import type { AuditLine } from '#contract/audit.ts'
import { useFormats, useLanguage } from '#web/app/LanguageContext.tsx'
import { Loading, PersonName } from '#web/ui/index.ts'
import { auditSentence } from './audit-sentence.ts'
import { lastAuditQuery } from './audit.api.ts'
import { looksAsked } from './looks-asked.ts'

/** The newest line of each worker for each thing they did: looking ten times in a row is one line. */
function differing(lines: readonly AuditLine[]): AuditLine[] {
  const byDeed = new Map<string, AuditLine>()
  for (const line of lines) {
    const deed = `${line.worker.id} ${line.act} ${line.subjectKind} ${line.outcome}`
    if (!byDeed.has(deed)) byDeed.set(deed, line)
  }
  return [...byDeed.values()]
}

/** The last who looked at a case or changed it, for the column beside a page. */
export function CaseAuditLines({ caseId, count }: { caseId: string; count: number }) {
  const { language } = useLanguage()
  const formats = useFormats()
  const audit = useQuery(lastAuditQuery(caseId, looksAsked))
  if (audit.isPending) return <Loading lines={count} />
  return (
    <ol className="short-lines">
      {differing(audit.data?.rows ?? [])
        .slice(0, count)
        .map((line) => (
          <li key={line.id}>
            <p>
              <PersonName>{line.worker.name}</PersonName> · {auditSentence(line, language)}
            </p>
            <small>
              <time dateTime={line.at}>{formats.moment(line.at)}</time>
            </small>
          </li>
        ))}
    </ol>
  )
}
