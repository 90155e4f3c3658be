import {
  type Choice,
  everyNode,
  isTaken,
  NodeName,
  type Question,
  type Questionnaire,
  type QuestionnaireNode,
  questionTypes,
} from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, LongTextField, NumberField, RowsField, TextField } from '#web/ui/index.ts'
import { ConditionField } from './ConditionField.tsx'
import { hasChoices, inLanguage, ofType, withChoices, withText } from './design.ts'
import { designWords } from './design.words.ts'
import { NameField } from './NameField.tsx'

type NodeFormProps = {
  sheet: Questionnaire
  place: number
  node: QuestionnaireNode
  /** The language of the words, as the questionnaire calls it. */
  language: string
  onNode: (node: QuestionnaireNode) => void
  onSheet: (sheet: Questionnaire) => void
}

/** Everything that a question, a section or a repeat says, in one language, and when it is asked. */
export function NodeForm(props: NodeFormProps) {
  const { sheet, place, node, language, onNode, onSheet } = props
  const t = useWords(designWords)
  const taken = new Set(everyNode(sheet.nodes).map(({ name }) => name))
  const isFree = (name: string) =>
    name === node.name || (!taken.has(name) && !isTaken(name) && NodeName.safeParse(name).success)
  return (
    <div className="design-form">
      <LongTextField
        label={t('label')}
        rows={1}
        value={node.label?.[language] ?? ''}
        onChange={(text) => onNode(inLanguage(node, 'label', language, text))}
      />
      {node.kind === 'question' && (
        <ChoiceField
          label={t('kind')}
          shape="list"
          choices={questionTypes.map((value) => ({ value, label: t(value) }))}
          value={node.type}
          onChange={(type) => onSheet(ofType(sheet, place, type))}
        />
      )}
      {node.kind === 'question' && <QuestionFields {...props} node={node} />}
      {node.kind === 'repeat' && (
        <TextField
          label={t('count')}
          hint={t('countHint', { example: '${children}' })}
          value={node.count ?? ''}
          onChange={(text) => onNode(withText(node, 'count', text))}
        />
      )}
      <ConditionField sheet={sheet} node={node} language={language} onNode={onNode} />
      <details className="design-more">
        <summary>{t('others')}</summary>
        <NameField
          key={node.name}
          name={node.name}
          isFree={isFree}
          onName={(name) => onNode({ ...node, name })}
        />
        <LongTextField
          label={t('hint')}
          rows={1}
          value={node.hint?.[language] ?? ''}
          onChange={(text) => onNode(inLanguage(node, 'hint', language, text))}
        />
        <TextField
          label={t('relevant')}
          hint={t('expressionHint', { example: '${age} >= 18' })}
          value={node.relevant ?? ''}
          onChange={(text) => onNode(withText(node, 'relevant', text))}
        />
        {node.kind === 'question' && <Expressions {...props} node={node} />}
      </details>
    </div>
  )
}

type QuestionProps = Omit<NodeFormProps, 'node'> & { node: Question }

function QuestionFields({ sheet, node, language, onNode, onSheet }: QuestionProps) {
  const t = useWords(designWords)
  const { list, range = { start: 0, end: 10, step: 1 } } = node
  return (
    <>
      {list !== undefined && hasChoices(node.type) && (
        <Choices
          choices={sheet.lists[list] ?? []}
          language={language}
          onChange={(choices) => onSheet(withChoices(sheet, list, choices))}
        />
      )}
      {node.type === 'range' && (
        <div className="questionnaire-how">
          {(['start', 'end', 'step'] as const).map((end) => (
            <NumberField
              key={end}
              label={t(`range-${end}`)}
              value={range[end]}
              onChange={(value) =>
                value !== null &&
                (end !== 'step' || value > 0) &&
                onNode({ ...node, range: { ...range, [end]: value } })
              }
            />
          ))}
        </div>
      )}
      {node.type === 'calculate' ? (
        <TextField
          label={t('calculation')}
          hint={t('expressionHint', { example: '${age} >= 18' })}
          value={node.calculation ?? ''}
          onChange={(text) => onNode(withText(node, 'calculation', text))}
        />
      ) : (
        node.type !== 'note' && (
          <CheckField
            label={t('required')}
            value={node.required === true}
            onChange={(is) => {
              const { required: _, ...rest } = node
              onNode(is ? { ...rest, required: true } : rest)
            }}
          />
        )
      )}
    </>
  )
}

type ChoicesProps = { choices: readonly Choice[]; language: string; onChange: (choices: Choice[]) => void }

/** The choices of a question: what is kept of each, and its words. */
function Choices({ choices, language, onChange }: ChoicesProps) {
  const t = useWords(designWords)
  const free = () => {
    for (let turn = 1; ; turn += 1)
      if (!choices.some(({ name }) => name === String(turn))) return String(turn)
  }
  return (
    <RowsField<Choice>
      label={t('choices')}
      newRow={() => ({ name: free() })}
      addLabel={t('addChoice')}
      rowName={({ name, label }) => label?.[language] ?? name}
      max={200}
      reorder
      value={choices}
      onChange={onChange}
    >
      {({ row, index }) => {
        const set = (next: Choice) => onChange(choices.map((one, at) => (at === index ? next : one)))
        return (
          <div className="design-choice">
            <TextField
              label={t('choice')}
              value={row.label?.[language] ?? ''}
              onChange={(text) => set(inLanguage(row, 'label', language, text))}
            />
            <TextField
              label={t('code')}
              maxLength={200}
              value={row.name}
              onChange={(name) => name !== '' && set({ ...row, name: name.replaceAll(/\s+/gu, '_') })}
            />
          </div>
        )
      }}
    </RowsField>
  )
}

/** What is said as XLSForm says it: limits, what is worked out, what it begins with, which choices are offered. */
function Expressions({ node, language, onNode }: QuestionProps) {
  const t = useWords(designWords)
  const { required, readOnly } = node
  const text = (key: 'constraint' | 'calculation' | 'choiceFilter') => (
    <TextField
      label={t(key)}
      hint={t('expressionHint', { example: '${age} >= 18' })}
      value={node[key] ?? ''}
      onChange={(typed) => onNode(withText(node, key, typed))}
    />
  )
  return (
    <>
      {text('constraint')}
      <TextField
        label={t('constraintMessage')}
        value={node.constraintMessage?.[language] ?? ''}
        onChange={(typed) => onNode(inLanguage(node, 'constraintMessage', language, typed))}
      />
      {node.type !== 'calculate' && text('calculation')}
      {node.list !== undefined && text('choiceFilter')}
      {required !== true && (
        <TextField
          label={t('requiredIf')}
          hint={t('expressionHint', { example: '${age} >= 18' })}
          value={required ?? ''}
          onChange={(typed) => onNode(withText(node, 'required', typed))}
        />
      )}
      {readOnly !== true && (
        <TextField
          label={t('readOnlyIf')}
          hint={t('expressionHint', { example: '${age} >= 18' })}
          value={readOnly ?? ''}
          onChange={(typed) => onNode(withText(node, 'readOnly', typed))}
        />
      )}
    </>
  )
}
