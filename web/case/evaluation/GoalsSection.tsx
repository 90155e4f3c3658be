import type { EvaluatedGoal, GoalRating } from '#contract/case/evaluation.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, LongTextField, Section } from '#web/ui/index.ts'
import { AttainmentDrawing } from './AttainmentDrawing.tsx'
import { evaluationWords } from './evaluation.words.ts'
import { type EvaluationFields, ladderOf, ratingOf, weighedGoals, withRating } from './fields.ts'
import { levelName } from './labels.ts'

/** Each goal with the five levels written before the work began; worker and client choose side by side. */
export function GoalsSection({ fields }: { fields: EvaluationFields }) {
  const t = useWords(evaluationWords)
  const goals = weighedGoals(fields)
  return (
    <Section title={t('goalsTitle')} lead={goals.length > 0 ? t('goalsLead') : t('noGoals')}>
      {goals.map((goal) => (
        <GoalBox key={goal.id} goal={goal} fields={fields} />
      ))}
      {goals.length > 0 && <AttainmentDrawing attainment={fields.attainment} />}
    </Section>
  )
}

function GoalBox({ goal, fields }: { goal: EvaluatedGoal; fields: EvaluationFields }) {
  const t = useWords(evaluationWords)
  const { sheet, set, errorAt } = fields
  const path = `goalRatings.${goal.id}`
  const rating = ratingOf(sheet.goalRatings, goal.id)
  const change = (part: Partial<GoalRating>) =>
    set('goalRatings')(withRating(sheet.goalRatings, goal.id, part))
  const error = errorAt(path)
  return (
    <fieldset className="field attained" id={path} data-invalid={error ? true : undefined}>
      <legend className="field-label">{goal.statement}</legend>
      <p className="field-hint">
        {goal.indicator && `${t('indicator', { indicator: goal.indicator })} · `}
        {t('weight', { weight: goal.weight })}
      </p>
      {error && <p className="field-error">{error}</p>}
      <LevelGrid goal={goal} rating={rating} change={change} />
      <LongTextField
        label={t('evidence')}
        hint={t('evidenceHint')}
        rows={1}
        value={rating.evidence}
        onChange={(evidence) => change({ evidence })}
      />
    </fieldset>
  )
}

type LevelGridProps = {
  goal: EvaluatedGoal
  rating: GoalRating
  change: (part: Partial<GoalRating>) => void
}

/** The ladder of a goal, best on top, with a column for each who rates. */
function LevelGrid({ goal, rating, change }: LevelGridProps) {
  const t = useWords(evaluationWords)
  const { language } = useLanguage()
  return (
    <table className="attained-grid">
      <thead>
        <tr>
          <th scope="col">{t('level')}</th>
          <th scope="col">{t('worker')}</th>
          <th scope="col">{t('client')}</th>
        </tr>
      </thead>
      <tbody>
        {ladderOf(goal).map(({ text, level }) => (
          <tr key={level} data-reached={rating.level === level || undefined}>
            <th scope="row">
              <small>{levelName(level, language)}</small>
              <span>{text}</span>
              {goal.baselineLevel === level && <Badge>{t('atStart')}</Badge>}
            </th>
            {(['level', 'clientLevel'] as const).map((whose) => (
              <td key={whose}>
                <input
                  type="radio"
                  name={`${goal.id}-${whose}`}
                  aria-label={t('rate', {
                    who: t(whose === 'level' ? 'worker' : 'client'),
                    level: `${levelName(level, language)} ${text}`,
                  })}
                  checked={rating[whose] === level}
                  onChange={() => change({ [whose]: level })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
