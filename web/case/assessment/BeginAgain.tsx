import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Section } from '#web/ui/index.ts'
import { assessmentsQuery } from './assessment.api.ts'
import { assessmentWords } from './assessment.words.ts'
import { BeginAssessment } from './BeginAssessment.tsx'

/** Whether this reader may begin another assessment of the case now. */
export function useMayBegin(caseId: string): boolean {
  const { data } = useSuspenseInfiniteQuery(assessmentsQuery(caseId))
  return data.pages[0]?.abilities.open === 'yes'
}

/** Begins the next assessment, from the text of this one if one likes. */
export function BeginAgain({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  return (
    <Section title={t('beginAgain')} lead={t('beginAgainLead')}>
      <BeginAssessment caseId={view.case.id} earlier={view.sheet} />
    </Section>
  )
}
