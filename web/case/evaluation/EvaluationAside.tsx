import { useSuspenseQuery } from '@tanstack/react-query'
import type { EvaluationView } from '#contract/case/evaluation.ts'
import { evaluationKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { LinkButton, SidePanel, todayHere } from '#web/ui/index.ts'
import { evaluationsQuery } from './evaluation.api.ts'
import { evaluationWords } from './evaluation.words.ts'

/** Beside the sheet: what the client said of the service, and the other evaluations. */
export function EvaluationAside({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  return (
    <>
      <SidePanel title={t('surveysTitle')}>
        <Surveys view={view} />
      </SidePanel>
      <OtherEvaluations caseId={view.caseId} shownId={view.id} />
    </>
  )
}

function Surveys({ view: { caseId, surveys, abilities } }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const formats = useFormats()
  return (
    <>
      <p className="field-hint">{t('surveysLead')}</p>
      {surveys.length === 0 && <p>{t('noSurvey')}</p>}
      <ul className="evaluation-list">
        {surveys.map(({ id, score, givenOn, comment }) => (
          <li key={id}>
            {t('surveyLine', { score: Math.round(score) })} <small>{formats.date(givenOn)}</small>
            {comment && <blockquote dir="auto">{comment}</blockquote>}
          </li>
        ))}
      </ul>
      {abilities.survey === 'yes' && (
        <LinkButton to={`/cases/${caseId}/satisfaction`}>{t('handOver')}</LinkButton>
      )}
    </>
  )
}

function OtherEvaluations({ caseId, shownId }: { caseId: string; shownId: string }) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const formats = useFormats()
  const { data } = useSuspenseQuery(evaluationsQuery(caseId))
  if (data.rows.length < 2) return null
  return (
    <SidePanel title={t('all')}>
      <ul className="evaluation-list">
        {data.rows.map(({ id, kind, createdAt, state }) => {
          const name = `${label(evaluationKind, kind)} · ${formats.date(todayHere(new Date(createdAt)))}`
          return (
            <li key={id}>
              {id === shownId ? (
                <strong>{name}</strong>
              ) : (
                <Link to={`/cases/${caseId}/evaluation/${id}`}>{name}</Link>
              )}
              <small>{t(state)}</small>
            </li>
          )
        })}
      </ul>
    </SidePanel>
  )
}
