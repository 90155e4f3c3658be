import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { MoreButton } from '#web/ui/index.ts'
import { AuditTable } from './AuditTable.tsx'
import { caseAuditQuery } from './audit.api.ts'
import { auditWords } from './audit.words.ts'

/** Who looked at this case and who changed it. */
export function CaseAuditPage() {
  const t = useWords(auditWords)
  const caseId = useRouteParam('caseId')
  const audit = useSuspenseInfiniteQuery(caseAuditQuery(caseId))
  return (
    <CaseFrame caseId={caseId} title={t('caseTitle')}>
      <AuditTable lines={audit.data.pages.flatMap(({ rows }) => rows)} caption={t('caseTitle')} />
      <MoreButton
        next={audit.hasNextPage ? 'more' : null}
        busy={audit.isFetchingNextPage}
        onMore={() => void audit.fetchNextPage()}
      />
    </CaseFrame>
  )
}
