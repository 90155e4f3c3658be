import './followup.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { AftercareView } from '#contract/case/followup.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { EmptyState } from '#web/ui/index.ts'
import { ArchivedNotice, ArchiveSection, ReopeningsSection, ReopenSection } from './EndSections.tsx'
import { FollowUpCard } from './FollowUpCard.tsx'
import { aftercareQuery } from './followup.api.ts'
import { followupWords } from './followup.words.ts'

/** After the end: the planned follow-ups, the archive, and the way back to work. */
export function FollowUpPage() {
  const t = useWords(followupWords)
  const caseId = useRouteParam('caseId')
  const { data: view } = useSuspenseQuery(aftercareQuery(caseId))
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <ArchivedNotice view={view} />
      <FollowUps view={view} />
      <ArchiveSection view={view} />
      <ReopenSection view={view} />
      <ReopeningsSection view={view} />
    </CaseFrame>
  )
}

function FollowUps({ view }: { view: AftercareView }) {
  const t = useWords(followupWords)
  const next = view.rows.find(({ state }) => state === 'planned')
  if (view.rows.length === 0) return <EmptyState title={view.state === 'open' ? t('caseOpen') : t('none')} />
  return (
    <ol className="follow-ups">
      {view.rows.map((row) => (
        <FollowUpCard key={row.id} view={row} isNext={row.id === next?.id} />
      ))}
    </ol>
  )
}
