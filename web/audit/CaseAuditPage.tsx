import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { CheckField, ChoiceField, FieldRow, Loading, MoreButton } from '#web/ui/index.ts'
import { AuditTable } from './AuditTable.tsx'
import { type CaseAuditFilter, caseAuditQuery } from './audit.api.ts'
import { auditWords } from './audit.words.ts'

/** Who saw this case: for whoever answers for it. */
export function CaseAuditPage() {
  const t = useWords(auditWords)
  const caseId = useRouteParam('caseId')
  const [filter, choose] = useState<CaseAuditFilter>({ kind: 'all', who: 'everybody' })
  return (
    <CaseFrame caseId={caseId} title={t('caseTitle')} lead={<p>{t('caseLead')}</p>}>
      <FieldRow>
        <ChoiceField
          label={t('show')}
          choices={kinds.map((kind) => ({ value: kind, label: t(wordOf[kind]) }))}
          value={filter.kind}
          onChange={(kind) => choose({ ...filter, kind })}
        />
        <CheckField
          label={t('onlyOthers')}
          value={filter.who === 'others'}
          onChange={(on) => choose({ ...filter, who: on ? 'others' : 'everybody' })}
        />
      </FieldRow>
      <Suspense fallback={<Loading />}>
        <Lines caseId={caseId} filter={filter} />
      </Suspense>
    </CaseFrame>
  )
}

const kinds = ['all', 'look', 'change', 'print', 'break-glass', 'refusal'] as const
const wordOf = {
  all: 'allKinds',
  look: 'looks',
  change: 'changes',
  print: 'prints',
  'break-glass': 'breakGlasses',
  refusal: 'refusals',
} as const

function Lines({ caseId, filter }: { caseId: string; filter: CaseAuditFilter }) {
  const t = useWords(auditWords)
  const audit = useSuspenseInfiniteQuery(caseAuditQuery(caseId, filter))
  return (
    <>
      <AuditTable lines={audit.data.pages.flatMap(({ rows }) => rows)} caption={t('caseTitle')} />
      <MoreButton
        next={audit.hasNextPage ? 'more' : null}
        busy={audit.isFetchingNextPage}
        onMore={() => void audit.fetchNextPage()}
      />
    </>
  )
}
