import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { perspective, systemLevel } from '#contract/codes/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { useMayRead } from '#web/case/overview/useMayRead.ts'
import { Badge, SidePanel } from '#web/ui/index.ts'
import { evidencePlace } from '../places.ts'
import { findingsQuery } from './evidence.api.ts'
import { evidenceWords } from './evidence.words.ts'

/** Beside an assessment: how much was collected, what contradicts itself, and the way there. */
export function EvidencePanel({ caseId }: { caseId: string }) {
  return useMayRead(caseId) ? <Panel caseId={caseId} /> : null
}

function Panel({ caseId }: { caseId: string }) {
  const t = useWords(evidenceWords)
  const { data } = useSuspenseInfiniteQuery(findingsQuery(caseId, 'all'))
  const cover = data.pages[0]?.cover
  if (!cover) return null
  const part = (there: number, all: number) => t('coverCount', { done: there, all })
  return (
    <SidePanel title={t('title')}>
      <p>
        {`${t('levels')}: ${part(cover.levels.length, systemLevel.codes.length)} · `}
        {`${t('perspectives')}: ${part(cover.perspectives.length, perspective.codes.length)}`}
      </p>
      {cover.contradicted > 0 && (
        <p>
          <Badge tone="warn">{t('openContradictions', { count: cover.contradicted })}</Badge>
        </p>
      )}
      <Link to={evidencePlace(caseId)}>{t('findings')}</Link>
    </SidePanel>
  )
}
