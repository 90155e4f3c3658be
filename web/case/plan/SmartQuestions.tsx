import type { GoalSheet } from '#contract/case/plan.ts'
import { smartCheck } from '#contract/codes/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ManyChoicesField } from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { useGoalTools } from './plan-tools.ts'

/** The five SMART checks, asked as honest questions. */
export function SmartQuestions({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { field } = useGoalTools(goal)
  const choices = smartCheck.codes.map((value) => ({ value, label: t(value) }))
  return <ManyChoicesField label={t('smart')} hint={t('smartHint')} choices={choices} {...field('smart')} />
}
