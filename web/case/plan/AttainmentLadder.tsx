import { useState } from 'react'
import type { GoalSheet } from '#contract/case/plan.ts'
import { attainmentLevel } from '#contract/codes/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, FieldRow, LongTextField, NumberField } from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { useGoalTools, usePlanTools } from './plan-tools.ts'
import { ladder, levelName } from './scale.ts'

/** The scale of a goal: level 0 first, because it is the one agreed on, then better and worse. */
export function AttainmentLadder({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const isBegun = goal.weight > 0 || goal.gasLevels.some((level) => level.trim() !== '')
  const [wanted, want] = useState(isBegun)
  const { set } = useGoalTools(goal)
  if (goal.term === 'long-term' && !isBegun && !wanted) {
    const begin = () => {
      want(true)
      set({ weight: 1 })
    }
    return (
      <p>
        <Button look="quiet" onClick={begin}>
          {t('scaleThis')}
        </Button>
      </p>
    )
  }
  return (
    <fieldset className="field ladder">
      <legend className="field-label">{t('scale')}</legend>
      <p className="field-hint">{t('scaleHint')}</p>
      <LadderRows goal={goal} />
      <Standing goal={goal} />
    </fieldset>
  )
}

function LadderRows({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { language } = useLanguage()
  const { errorAt } = usePlanTools()
  const { path, set } = useGoalTools(goal)
  const write = (place: number, text: string) =>
    set({ gasLevels: goal.gasLevels.map((level, at) => (at === place ? text : level)) })
  const alike = errorAt(`${path}.gasLevels`)
  const canTake = (goal.gasLevels[2] ?? '').trim() === '' && goal.target.trim() !== ''
  return (
    <>
      {alike && <p className="field-error">{alike}</p>}
      {ladder.map(({ level, place }) => (
        <div key={level} className="ladder-row" data-level={level}>
          <LongTextField
            label={levelName(level, language)}
            rows={1}
            value={goal.gasLevels[place] ?? ''}
            onChange={(text) => write(place, text)}
            error={errorAt(`${path}.gasLevels.${place}`)}
            id={`${path}.gasLevels.${place}`}
          />
          {level === 0 && canTake && (
            <Button look="quiet" onClick={() => write(place, goal.target)}>
              {t('useTarget')}
            </Button>
          )}
        </div>
      ))}
    </>
  )
}

/** Where things stand before the work begins, and how much this goal matters. */
function Standing({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { language } = useLanguage()
  const { set, field } = useGoalTools(goal)
  const choices = attainmentLevel.levels.map((level) => ({
    value: String(level),
    label: levelName(level, language),
  }))
  const stand = (chosen: string) => {
    const level = attainmentLevel.levels.find((known) => String(known) === chosen)
    if (level !== undefined) set({ baselineLevel: level })
  }
  return (
    <FieldRow>
      <ChoiceField
        label={t('baselineLevel')}
        choices={choices}
        shape="list"
        value={String(goal.baselineLevel)}
        onChange={stand}
      />
      <NumberField
        label={t('weight')}
        hint={t('weightHint')}
        min={0}
        max={1000}
        {...field('weight')}
        onChange={(weight) => set({ weight: weight ?? 0 })}
      />
    </FieldRow>
  )
}
