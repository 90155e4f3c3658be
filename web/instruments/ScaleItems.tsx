import type { Instrument, InstrumentAnswers, InstrumentItem } from '#contract/instruments.ts'
import type { Language } from '#contract/language.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, FieldGroup, LongTextField, ManyChoicesField } from '#web/ui/index.ts'
import { scaleWords } from './scales.words.ts'
import { inWords } from './wording.ts'

type ItemsProps = {
  instrument: Instrument
  language: Language
  answers: InstrumentAnswers
  onChange: (answers: InstrumentAnswers) => void
}

/** The items of a scale in the language in which they are read out; numbered, for people speak of “item nine”. */
export function ScaleItems({ instrument, language, answers, onChange }: ItemsProps) {
  return (
    <ol className="scale-items">
      {instrument.items.map((item, at) => (
        <li key={item.id} lang={language}>
          <Item
            instrument={instrument}
            language={language}
            item={item}
            label={`${at + 1}. ${inWords(item.words, language)}`}
            answer={answers[item.id]}
            onAnswer={(answer) => onChange({ ...answers, [item.id]: answer })}
          />
        </li>
      ))}
    </ol>
  )
}

type ItemProps = {
  instrument: Instrument
  language: Language
  item: InstrumentItem
  label: string
  answer: InstrumentAnswers[string] | undefined
  onAnswer: (answer: InstrumentAnswers[string]) => void
}

function Item(props: ItemProps) {
  const { item, label, answer, onAnswer } = props
  if (item.kind === 'count') return <CountItem {...props} item={item} />
  if (item.kind === 'parts') return <PartsItem {...props} item={item} />
  if (item.kind === 'text')
    return (
      <LongTextField label={label} value={typeof answer === 'string' ? answer : ''} onChange={onAnswer} />
    )
  return (
    <ChoiceField
      label={label}
      shape="pills"
      choices={optionsOf(props, item.options)}
      value={typeof answer === 'number' ? String(answer) : null}
      onChange={(value) => onAnswer(Number(value))}
    />
  )
}

const optionsOf = ({ instrument, language }: Pick<ItemProps, 'instrument' | 'language'>, name: string) =>
  (instrument.options[name] ?? []).map(({ value, words }) => ({
    value: String(value),
    label: inWords(words, language),
  }))

type Of<Kind extends InstrumentItem['kind']> = Omit<ItemProps, 'item'> & {
  item: Extract<InstrumentItem, { kind: Kind }>
}

/** Sources are ticked; that there is none at all is an answer of its own. */
function CountItem({ item, label, language, answer, onAnswer }: Of<'count'>) {
  const t = useWords(scaleWords)
  const ticked = Array.isArray(answer) ? answer : null
  return (
    <>
      <ManyChoicesField
        label={label}
        choices={item.choices.map(({ id, words }) => ({ value: id, label: inWords(words, language) }))}
        value={ticked ?? []}
        onChange={onAnswer}
      />
      <CheckField
        label={inWords(item.none, language) || t('sources')}
        value={ticked?.length === 0}
        onChange={(isNone) => isNone && onAnswer([])}
      />
    </>
  )
}

function PartsItem(props: Of<'parts'>) {
  const { item, label, language, answer, onAnswer } = props
  const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
  return (
    <FieldGroup label={label}>
      {item.parts.map(({ id, words }) => (
        <ChoiceField
          key={id}
          label={inWords(words, language)}
          shape="pills"
          choices={optionsOf(props, item.options)}
          value={given[id] === undefined ? null : String(given[id])}
          onChange={(value) => onAnswer({ ...given, [id]: Number(value) })}
        />
      ))}
    </FieldGroup>
  )
}
