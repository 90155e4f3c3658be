import { createContext, useContext } from 'react'
import type { GoalSheet, PlanSheet, PlanView } from '#contract/case/plan.ts'
import { withAnswers } from './goals.ts'

/** What every part of the sheet needs to read and change the plan. */
export type PlanTools = Readonly<{
  sheet: PlanSheet
  change: (part: Partial<PlanSheet>) => void
  /** The sentence for a field by its path (`goals.0.statement`); nothing before anybody tried to sign. */
  errorAt: (path: string) => string | undefined
  /** Whether nothing is left to do for a goal and what stands under it, as it was last saved. */
  isSettled: (goal: GoalSheet) => boolean
  needs: PlanView['assessment']['needs']
  /** Who provides a service unless something else is written. */
  agencyName: string
}>

export const PlanToolsContext = createContext<PlanTools | null>(null)

/** The plan being written, for a part of its sheet. */
export function usePlanTools(): PlanTools {
  const tools = useContext(PlanToolsContext)
  if (!tools) throw new Error('A part of the plan was drawn outside its editor')
  return tools
}

/** One goal of the plan being written: its place, and how to change it. */
export function useGoalTools(goal: GoalSheet) {
  const { sheet, change, errorAt, needs } = usePlanTools()
  const index = sheet.goals.findIndex(({ id }) => id === goal.id)
  const path = `goals.${index}`
  const hasNeed = ({ needIds, parentId }: GoalSheet): boolean => {
    const parent = sheet.goals.find(({ id }) => id === parentId)
    return (
      needIds.some((id) => needs.some((need) => need.id === id)) || (parent !== undefined && hasNeed(parent))
    )
  }
  const set = (part: Partial<GoalSheet>) => {
    const after = 'smart' in part ? { ...goal, ...part } : withAnswers(goal, { ...goal, ...part }, hasNeed)
    change({ goals: sheet.goals.map((other) => (other.id === goal.id ? after : other)) })
  }
  /** A field of the goal, ready to spread: value, change, error, and the id that links lead to. */
  const field = <Key extends keyof GoalSheet>(key: Key) => ({
    value: goal[key],
    onChange: (value: GoalSheet[Key]) => set({ [key]: value }),
    error: errorAt(`${path}.${key}`),
    id: `${path}.${key}`,
  })
  return { path, set, field }
}
