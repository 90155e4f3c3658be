import { useState } from 'react'
import type { GoalSheet } from '#contract/case/plan.ts'
import { goalTerm } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, Dialog } from '#web/ui/index.ts'
import { AttainmentLadder } from './AttainmentLadder.tsx'
import { GoalFields } from './GoalFields.tsx'
import { goalWords } from './goal.words.ts'
import { withoutGoal } from './goals.ts'
import { usePlanTools } from './plan-tools.ts'
import { GoalServices } from './GoalServices.tsx'
import { GoalSteps } from './GoalSteps.tsx'
import { SmartQuestions } from './SmartQuestions.tsx'

/** One goal: what it says, the five questions, its scale, and what is done for it. Folds away when it is settled. */
export function GoalCard({ goal }: { goal: GoalSheet }) {
  const isNear = goal.term !== 'long-term'
  const { isSettled } = usePlanTools()
  // What was whole when the sheet was opened begins folded; a fold never closes under the hands of the writer.
  const [isOpen] = useState(() => !isSettled(goal))
  return (
    <details className="goal-card" open={isOpen}>
      <GoalHead goal={goal} />
      <div className="goal-body">
        <GoalFields goal={goal} />
        <SmartQuestions goal={goal} />
        <AttainmentLadder goal={goal} />
        {isNear && <GoalServices goal={goal} />}
        {isNear && <GoalSteps goal={goal} />}
        <RemoveGoal goal={goal} />
      </div>
    </details>
  )
}

function GoalHead({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const label = useLabel()
  const formats = useFormats()
  return (
    <summary className="goal-head">
      <Badge>{label(goalTerm, goal.term)}</Badge>
      <strong dir="auto">{goal.statement.trim() || t('unnamed')}</strong>
      {goal.dueOn && <time dateTime={goal.dueOn}>{formats.shortDate(goal.dueOn)}</time>}
    </summary>
  )
}

function RemoveGoal({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { sheet, change } = usePlanTools()
  const [asking, ask] = useState(false)
  const isEmpty = goal.statement.trim() === '' && !sheet.goals.some(({ parentId }) => parentId === goal.id)
  const remove = () => change(withoutGoal(sheet, goal.id))
  const buttons = (
    <>
      <Button look="main" onClick={remove}>
        {t('remove')}
      </Button>
      <Button onClick={() => ask(false)}>{t('keep')}</Button>
    </>
  )
  return (
    <div>
      <Button look="quiet" onClick={isEmpty ? remove : () => ask(true)}>
        {t('remove')}
      </Button>
      <Dialog open={asking} title={t('remove')} onClose={() => ask(false)} actions={buttons}>
        <p>{t('removeSure')}</p>
      </Dialog>
    </div>
  )
}
