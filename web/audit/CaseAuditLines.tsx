import { useQuery } from '@tanstack/react-query'
import { useFormats, useLanguage } from '#web/app/LanguageContext.tsx'
import { Loading, PersonName } from '#web/ui/index.ts'
import { auditSentence } from './audit-sentence.ts'
import { lastAuditQuery } from './audit.api.ts'

/** The last who looked at a case or changed it, for the column beside a page. */
export function CaseAuditLines({ caseId, count }: { caseId: string; count: number }) {
  const { language } = useLanguage()
  const formats = useFormats()
  const audit = useQuery(lastAuditQuery(caseId, count))
  if (audit.isPending) return <Loading lines={count} />
  return (
    <ol className="short-lines">
      {(audit.data?.rows ?? []).map((line) => (
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
