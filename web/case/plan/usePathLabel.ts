import type { PlanSheet, PlanView } from '#contract/case/plan.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { goalWords } from './goal.words.ts'
import { ladder, levelName } from './scale.ts'
import { workWords } from './work.words.ts'

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

/** Words for the fields of every list and of the plan itself, by the name of the field. */
export function useFieldLabels(): Readonly<Record<string, string>> {
  const goal = useWords(goalWords)
  const work = useWords(workWords)
  return {
    ...Object.fromEntries(goalFields.map((field) => [field, goal(field)])),
    ...Object.fromEntries(workFields.map((field) => [field, work(field)])),
    goals: goal('goals'),
    services: goal('servicesOf'),
    steps: goal('stepsOf'),
    unmetNeeds: goal('unmet'),
    trackLink: goal('track'),
    trackTopic: goal('trackTopic'),
    parentId: goal('leadsTo'),
    needIds: goal('needs'),
    gasLevels: goal('scale'),
    goalIds: goal('goals'),
    goalId: goal('goals'),
  }
}

const goalFields = ['statement', 'indicator', 'baseline', 'target', 'smart', 'weight', 'clientWords'] as const
const workFields = [
  'content',
  'form',
  'frequency',
  'duration',
  'place',
  'what',
  'responsible',
  'responsibleName',
  'instructions',
  'dueOn',
  'expectedOutcome',
  'strategy',
  'methods',
  'rationale',
  'participation',
  'evaluationWay',
  'clientDuties',
  'agencyDuties',
  'startsOn',
  'endsOn',
  'reviewOn',
  'risks',
  'risk',
  'likelihood',
  'impact',
  'response',
  'owner',
] as const

/** Says a path of the plan in words: `goals.1.dueOn` → "Goal 2 “back to school” · Deadline". */
export function usePathLabel(sheet: PlanSheet, needs: PlanView['assessment']['needs']) {
  const goal = useWords(goalWords)
  const work = useWords(workWords)
  const fields = useFieldLabels()
  const { language } = useLanguage()
  const rowLabel = (list: string, index: number) => {
    const [word, text] = {
      goals: [goal('statement'), sheet.goals[index]?.statement],
      services: [work('service'), sheet.services[index]?.content],
      steps: [work('step'), sheet.steps[index]?.what],
      risks: [work('risk'), sheet.risks[index]?.risk],
    }[list] ?? ['', '']
    return text?.trim() ? `${word} ${index + 1} “${short(text.trim())}”` : `${word} ${index + 1}`
  }
  const levelLabel = (place: string) => {
    const row = ladder.find((one) => String(one.place) === place)
    return row ? levelName(row.level, language) : ''
  }
  return (path: string): string => {
    const [list = '', index, field = '', place] = path.split('.')
    if (list === 'needs') return short(needs[Number(index)]?.description ?? '')
    if (index === undefined) return fields[list] ?? list
    const name = place === undefined ? (fields[field] ?? field) : levelLabel(place)
    return `${rowLabel(list, Number(index))} · ${name}`
  }
}
