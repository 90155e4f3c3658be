import type { EvaluatedGoal, EvaluationView, GoalRating } from '#contract/case/evaluation.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Facts, Section } from '#web/ui/index.ts'
import { AttainmentDrawing } from './AttainmentDrawing.tsx'
import { evaluationWords } from './evaluation.words.ts'
import { ladderOf, ratingOf, weighedGoals } from './fields.ts'
import { levelName } from './labels.ts'

/** How far each goal was reached, to read. Draws nothing where no goal carries weight. */
export function GoalsRead({ view }: { view: EvaluationView }) {
  const t = useWords(evaluationWords)
  const goals = weighedGoals(view)
  if (goals.length === 0) return null
  return (
    <Section title={t('goalsTitle')}>
      {goals.map((goal) => (
        <GoalRead key={goal.id} goal={goal} rating={ratingOf(view.sheet.goalRatings, goal.id)} />
      ))}
      <AttainmentDrawing attainment={view.attainment} />
    </Section>
  )
}

type GoalReadProps = { goal: EvaluatedGoal; rating: GoalRating }

function GoalRead({ goal, rating }: GoalReadProps) {
  const t = useWords(evaluationWords)
  const { language } = useLanguage()
  const said = (level: number | null) => (level === null ? t('notRated') : levelName(level, language))
  return (
    <article className="attained">
      <h3 dir="auto">{goal.statement}</h3>
      <Facts
        facts={[
          { label: t('worker'), value: <strong>{said(rating.level)}</strong> },
          { label: t('client'), value: said(rating.clientLevel) },
          { label: t('evidence'), value: rating.evidence },
        ]}
      />
      <LadderRead goal={goal} rating={rating} />
      <p className="field-hint">
        {goal.indicator && `${t('indicator', { indicator: goal.indicator })} · `}
        {t('weight', { weight: goal.weight })}
      </p>
    </article>
  )
}

/** The five levels as they were written before the work began, with who stands where. */
function LadderRead({ goal, rating }: GoalReadProps) {
  const t = useWords(evaluationWords)
  const { language } = useLanguage()
  return (
    <ol className="attained-ladder">
      {ladderOf(goal).map(({ text, level }) => (
        <li key={level} data-reached={rating.level === level || undefined}>
          <span>
            <small>{levelName(level, language)}</small> <span dir="auto">{text}</span>
          </span>
          <span className="attained-marks">
            {goal.baselineLevel === level && <Badge>{t('atStart')}</Badge>}
            {rating.level === level && <Badge>{t('worker')}</Badge>}
            {rating.clientLevel === level && <Badge>{t('client')}</Badge>}
          </span>
        </li>
      ))}
    </ol>
  )
}
