import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Notice } from '#web/ui/index.ts'
import { caseQuery } from './overview.api.ts'
import { whyMaskedWords } from './why-masked.words.ts'

type WhyMaskedProps = Readonly<{
  caseId: string
  of: 'interview' | 'record' | 'plan' | 'answers' | 'ecomap'
}>

/** Says what of a record is not shown, why, what is shown all the same, and whom to ask. */
export function WhyMasked({ caseId, of }: WhyMaskedProps) {
  const t = useWords(whyMaskedWords)
  const { list } = useFormats()
  const { team } = useSuspenseQuery(caseQuery(caseId)).data
  return (
    <Notice title={t('title')}>
      <p>{t(of)}</p>
      <p>{t('who')}</p>
      {team.length > 0 && <p>{t('ask', { names: list(team.map(({ worker }) => worker.name)) })}</p>}
    </Notice>
  )
}
