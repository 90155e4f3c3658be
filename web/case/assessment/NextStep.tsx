import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { roomOf } from '#web/case/overview/rooms.ts'
import { ActionButton, LinkButton } from '#web/ui/index.ts'
import { cosignAssessment, keepInStep } from './assessment.api.ts'
import { assessmentWords } from './assessment.words.ts'
import { togetherPlace } from './places.ts'

/** The one next step of this assessment for this reader, if it has one. */
export function NextStep({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const caseId = view.case.id
  if (view.abilities.cosign === 'yes') return <Cosign view={view} />
  if (view.abilities.confirm === 'yes')
    return (
      <LinkButton look="main" to={togetherPlace(caseId, view.id)}>
        {t('together')}
      </LinkButton>
    )
  if (view.state === 'confirmed' || view.state === 'corrected')
    return (
      <LinkButton look="main" to={roomOf(caseId, 'plan')}>
        {t('toPlan')}
      </LinkButton>
    )
  return null
}

function Cosign({ view }: { view: AssessmentView }) {
  const t = useWords(assessmentWords)
  const queries = useQueryClient()
  const cosigning = useMutation({
    mutationFn: () => cosignAssessment(view.case.id, view.id, view.version),
    onSuccess: (seen) => keepInStep(queries, seen),
  })
  return (
    <>
      <ActionButton
        look="main"
        ability={view.abilities.cosign}
        busy={cosigning.isPending}
        onClick={() => cosigning.mutate()}
      >
        {t('cosign')}
      </ActionButton>
      <RefusalNote error={cosigning.error} />
    </>
  )
}
