import type { GoalTerm } from '#contract/codes/index.ts'
import type { GoalSheet } from '#contract/case/plan.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Section } from '#web/ui/index.ts'
import { GoalCard } from './GoalCard.tsx'
import { goalWords } from './goal.words.ts'
import { childrenOf, newGoal, rootsOf } from './goals.ts'
import { usePlanTools } from './plan-tools.ts'

/** Goals first: each long-term goal, and under it the nearer goals that lead there. */
export function GoalsSection() {
  const t = useWords(goalWords)
  const { sheet, change, errorAt } = usePlanTools()
  const add = () => change({ goals: [...sheet.goals, newGoal('long-term', null, [])] })
  const error = errorAt('goals')
  return (
    <Section title={t('goals')} lead={t('goalsLead')} id="goals">
      {error && <p className="field-error">{error}</p>}
      {rootsOf(sheet.goals).map((goal) => (
        <GoalBranch key={goal.id} goal={goal} />
      ))}
      <p>
        <Button onClick={add}>{t('addLong')}</Button>
      </p>
    </Section>
  )
}

/** A goal and what leads to it. */
function GoalBranch({ goal }: { goal: GoalSheet }) {
  const { sheet } = usePlanTools()
  return (
    <div className="goal-branch" data-term={goal.term}>
      <GoalCard goal={goal} />
      {goal.term !== 'short-term' && (
        <div className="goal-children">
          {childrenOf(sheet.goals, goal).map((child) => (
            <GoalBranch key={child.id} goal={child} />
          ))}
          <AddBelow goal={goal} />
        </div>
      )}
    </div>
  )
}

function AddBelow({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { sheet, change } = usePlanTools()
  const add = (term: GoalTerm) => change({ goals: [...sheet.goals, newGoal(term, goal, goal.needIds)] })
  return (
    <p className="page-actions">
      <Button onClick={() => add('short-term')}>{t('addShort')}</Button>
      {goal.term === 'long-term' && (
        <Button look="quiet" onClick={() => add('intermediate')}>
          {t('addIntermediate')}
        </Button>
      )}
    </p>
  )
}
