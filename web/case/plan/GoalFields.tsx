import type { GoalSheet } from '#contract/case/plan.ts'
import { planTrackLink } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  TextField,
} from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { useGoalTools, usePlanTools } from './plan-tools.ts'

/** What a goal says: in the worker's words and the client's, how it is measured, and until when. */
export function GoalFields({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { field } = useGoalTools(goal)
  return (
    <>
      <LongTextField
        label={t('statement')}
        hint={t('statementHint')}
        rows={2}
        required
        {...field('statement')}
      />
      <ParentField goal={goal} />
      <NeedsField goal={goal} />
      {goal.term === 'long-term' && <TrackFields goal={goal} />}
      <LongTextField label={t('clientWords')} rows={1} {...field('clientWords')} />
      <FieldRow>
        <TextField required label={t('indicator')} {...field('indicator')} />
        <DateField required label={t('dueOn')} {...field('dueOn')} />
      </FieldRow>
      <FieldRow>
        <TextField required label={t('baseline')} {...field('baseline')} />
        <TextField required label={t('target')} {...field('target')} />
      </FieldRow>
    </>
  )
}

/** Needs are chosen at the long-term goal; the nearer goals answer them through it. */
function NeedsField({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { needs } = usePlanTools()
  const { field } = useGoalTools(goal)
  if (goal.term !== 'long-term' && goal.parentId !== null) return null
  const choices = needs.map(({ id, description }) => ({ value: id, label: description }))
  return <ManyChoicesField required label={t('needs')} choices={choices} {...field('needIds')} />
}

/** Whether a long-term goal belongs to the main plan or runs beside it, and on which topic. */
function TrackFields({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { field, set } = useGoalTools(goal)
  const links = useChoices(planTrackLink)
  const { value, onChange: _, ...track } = field('trackLink')
  return (
    <>
      <ChoiceField
        {...track}
        label={t('track')}
        hint={t('trackHint')}
        choices={[{ value: 'main', label: t('mainPlan') }, ...links]}
        value={value ?? 'main'}
        onChange={(link) => set(link === 'main' ? { trackLink: null, trackTopic: '' } : { trackLink: link })}
      />
      {value !== null && (
        <TextField required label={t('trackTopic')} hint={t('trackTopicHint')} {...field('trackTopic')} />
      )}
    </>
  )
}

/** Only a goal that lost the goal above it has to be told again where it leads. */
function ParentField({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { sheet } = usePlanTools()
  const { field } = useGoalTools(goal)
  const isTied = sheet.goals.some(({ id }) => id === goal.parentId)
  if (goal.term === 'long-term' || isTied) return null
  const choices = sheet.goals
    .filter(({ id, term }) => id !== goal.id && term === 'long-term')
    .map(({ id, statement }) => ({ value: id, label: statement || t('unnamed') }))
  return <ChoiceField required label={t('leadsTo')} choices={choices} shape="list" {...field('parentId')} />
}
