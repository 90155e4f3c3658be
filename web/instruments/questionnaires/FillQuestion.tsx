import {
  answerText,
  type AnswerValue,
  choicesHere,
  isReadOnly,
  isRequired,
  type Question,
  said,
  silentTypes,
  textIn,
  type Wrong,
} from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  Field,
  LongTextField,
  ManyChoicesField,
  NumberField,
  TextField,
  Written,
} from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { hasChoices } from './design.ts'
import type { Place } from './filling.ts'
import { RankField } from './RankField.tsx'

type FillQuestionProps = {
  question: Question
  place: Place
  wrong: Wrong | undefined
  onAnswer: (value: AnswerValue | undefined) => void
}

/** One question in the field that fits its kind; what is worked out is shown, not typed. */
export function FillQuestion(props: FillQuestionProps) {
  const { question, place } = props
  const { asked, scope } = place
  const label = said(asked, question.label, scope)
  if (question.type === 'note')
    return (
      <p className="fill-note">
        <Written>{label}</Written>
      </p>
    )
  if (silentTypes.has(question.type)) return null
  const named = label || question.name
  if (isReadOnly(asked, question, scope))
    return (
      <p className="fill-note">
        <Written>{named}</Written>: <strong>{answerText(scope.answers[question.name])}</strong>
      </p>
    )
  return <Typed {...props} label={named} />
}

function useFrame({ question, place, wrong }: FillQuestionProps, label: string) {
  const t = useWords(answeringWords)
  const { asked, scope } = place
  const hints = [said(asked, question.hint, scope), said(asked, question.guidance, scope)]
  const hint = hints.filter((text) => text !== '').join(' · ')
  return {
    label,
    ...(hint === '' ? {} : { hint }),
    required: isRequired(asked, question, scope),
    error: wrong && (wrong.message || t(wrong.code)),
  }
}

function Typed(props: FillQuestionProps & { label: string }) {
  const { question, place, onAnswer, label } = props
  const frame = useFrame(props, label)
  const value = place.typed[question.name]
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  const setNumber = (typed: number | null) => onAnswer(typed ?? undefined)
  const { type } = question
  if (hasChoices(type)) return <Chosen {...props} frame={frame} />
  if (type === 'integer') return <NumberField {...frame} value={number} step={1} onChange={setNumber} />
  if (type === 'decimal') return <NumberField {...frame} value={number} onChange={setNumber} />
  if (type === 'range') return <RangeField {...props} frame={frame} value={number} onChange={setNumber} />
  if (type === 'date')
    return <DateField {...frame} value={text} onChange={(day) => onAnswer(day ?? undefined)} />
  if (type === 'time' || type === 'date-time')
    return <ClockField {...frame} type={type} value={text} onChange={onAnswer} />
  if (type === 'acknowledge')
    return <CheckField {...frame} value={value === 'OK'} onChange={(is) => onAnswer(is ? 'OK' : undefined)} />
  const isLong = (question.rows ?? 1) > 1 || question.appearance?.includes('multiline')
  if (isLong) return <LongTextField {...frame} rows={question.rows ?? 3} value={text} onChange={onAnswer} />
  return <TextField {...frame} value={text} onChange={onAnswer} />
}

type RangeProps = {
  question: Question
  frame: ReturnType<typeof useFrame>
  value: number | null
  onChange: (value: number | null) => void
}

function RangeField({ question, frame, value, onChange }: RangeProps) {
  const { start = 0, end = 10, step = 1 } = question.range ?? {}
  return <NumberField {...frame} value={value} min={start} max={end} step={step} onChange={onChange} />
}

type ClockProps = ReturnType<typeof useFrame> & {
  type: 'time' | 'date-time'
  value: string
  onChange: (value: string) => void
}

/** A time of day, or a local moment, as the questionnaire keeps it. */
function ClockField({ type, value, onChange, ...frame }: ClockProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <input
          {...control}
          className="input input-short"
          type={type === 'time' ? 'time' : 'datetime-local'}
          value={value.slice(0, type === 'time' ? 5 : 16)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

function Chosen({
  question,
  place,
  onAnswer,
  frame,
}: FillQuestionProps & { frame: ReturnType<typeof useFrame> }) {
  const { asked, scope, typed } = place
  const { questionnaire, occasion } = asked
  const choices = choicesHere(asked, question, scope).map(({ name, label }) => ({
    value: name,
    label: textIn(label, occasion.language, questionnaire.defaultLanguage) || name,
  }))
  const value = typed[question.name]
  const several = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
  const set = (names: readonly string[]) => onAnswer(names.length === 0 ? undefined : names)
  if (question.type === 'rank')
    return <RankField {...frame} choices={choices} value={several} onChange={set} />
  if (question.type === 'select-multiple')
    return <ManyChoicesField {...frame} choices={choices} value={several ?? []} onChange={set} />
  const shape = question.appearance?.includes('minimal') ? { shape: 'list' as const } : {}
  return (
    <ChoiceField
      {...frame}
      {...shape}
      choices={choices}
      value={typeof value === 'string' ? value : null}
      onChange={onAnswer}
    />
  )
}
