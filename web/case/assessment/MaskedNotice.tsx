import { useSuspenseQuery } from '@tanstack/react-query'
import type { Masked } from '#contract/case/assessment.ts'
import { sensitiveKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import { Notice } from '#web/ui/index.ts'
import { maskedWords } from './masked.words.ts'

/** Says that parts are not shown, why, and whom to ask; nothing to a reader who sees everything. */
export function MaskedNotice({ caseId, kinds }: { caseId: string; kinds: Masked['kinds'] | null }) {
  return kinds && <Said caseId={caseId} kinds={kinds} />
}

function Said({ caseId, kinds }: { caseId: string; kinds: Masked['kinds'] }) {
  const t = useWords(maskedWords)
  const label = useLabel()
  const { list } = useFormats()
  const { team } = useSuspenseQuery(caseQuery(caseId)).data
  return (
    <Notice title={t('title')}>
      <p>{t('why', { kinds: list(kinds.map((kind) => label(sensitiveKind, kind))) })}</p>
      {team.length > 0 && <p>{t('ask', { names: list(team.map(({ worker }) => worker.name)) })}</p>}
    </Notice>
  )
}
