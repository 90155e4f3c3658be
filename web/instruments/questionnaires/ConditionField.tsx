import {
  type Questionnaire,
  type QuestionnaireNode,
  silentTypes,
  textIn,
} from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldGroup, TextField } from '#web/ui/index.ts'
import { type Comparison, type Condition, conditionIn, expressionOf } from './condition.ts'
import { hasChoices, linesOf, withText } from './design.ts'
import { designWords } from './design.words.ts'

type ConditionFieldProps = {
  sheet: Questionnaire
  node: QuestionnaireNode
  language: string
  onNode: (node: QuestionnaireNode) => void
}

const always = ''

/** When a question is asked: always, or depending on an earlier answer. What is more than that is written as XLSForm says it. */
export function ConditionField({ sheet, node, language, onNode }: ConditionFieldProps) {
  const t = useWords(designWords)
  const { relevant } = node
  const condition = relevant === undefined ? null : conditionIn(relevant)
  const earlier = earlierThan(sheet, node)
  if (relevant !== undefined && !condition)
    return (
      <p className="fill-hint">
        {t('askedIf')}: <code>{relevant}</code>
      </p>
    )
  const words = (one: QuestionnaireNode) => textIn(one.label, language, sheet.defaultLanguage) || one.name
  const set = (next: Condition | null) => onNode(withText(node, 'relevant', next ? expressionOf(next) : ''))
  const asked = earlier.find(({ name }) => name === condition?.name)
  return (
    <FieldGroup label={t('askedIf')}>
      <div className="questionnaire-how">
        <ChoiceField
          label={t('ifQuestion')}
          shape="list"
          choices={[
            { value: always, label: t('always') },
            ...earlier.map((one) => ({ value: one.name, label: words(one) })),
          ]}
          value={condition?.name ?? always}
          onChange={(name) => {
            const one = earlier.find((other) => other.name === name)
            set(one ? first(one) : null)
          }}
        />
        {condition && asked && (
          <>
            <ChoiceField
              label={t('comparison')}
              shape="list"
              choices={comparisonsFor(asked).map((value) => ({ value, label: t(value) }))}
              value={condition.comparison}
              onChange={(comparison) => set({ ...condition, comparison })}
            />
            <ValueField
              sheet={sheet}
              asked={asked}
              language={language}
              condition={condition}
              onValue={(value) => set({ ...condition, value })}
            />
          </>
        )}
      </div>
    </FieldGroup>
  )
}

type ValueProps = {
  sheet: Questionnaire
  asked: QuestionnaireNode
  language: string
  condition: Condition
  onValue: (value: string) => void
}

function ValueField({ sheet, asked, language, condition, onValue }: ValueProps) {
  const t = useWords(designWords)
  if (condition.comparison === 'answered') return null
  const list = asked.kind === 'question' && asked.list !== undefined ? sheet.lists[asked.list] : undefined
  if (!list) return <TextField label={t('value')} value={condition.value} onChange={onValue} />
  return (
    <ChoiceField
      label={t('value')}
      shape="list"
      choices={list.map(({ name, label }) => ({
        value: name,
        label: textIn(label, language, sheet.defaultLanguage) || name,
      }))}
      value={condition.value}
      onChange={onValue}
    />
  )
}

const earlierThan = (sheet: Questionnaire, node: QuestionnaireNode) => {
  const all = linesOf(sheet.nodes).map((line) => line.node)
  return all
    .slice(
      0,
      all.findIndex(({ name }) => name === node.name),
    )
    .filter((one) => one.kind === 'question' && (!silentTypes.has(one.type) || one.type === 'calculate'))
}

function comparisonsFor(node: QuestionnaireNode): readonly Comparison[] {
  if (node.kind !== 'question') return ['answered']
  if (node.type === 'select-multiple') return ['chosen', 'not-chosen', 'answered']
  if (hasChoices(node.type)) return ['is', 'is-not', 'answered']
  if (['integer', 'decimal', 'range', 'calculate'].includes(node.type))
    return ['more', 'less', 'is', 'is-not', 'answered']
  return ['is', 'is-not', 'answered']
}

const first = (node: QuestionnaireNode): Condition => ({
  name: node.name,
  comparison: comparisonsFor(node)[0] ?? 'answered',
  value: '',
})
