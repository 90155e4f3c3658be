import { useController } from 'react-hook-form'
import {
  answerText,
  choicesHere,
  isReadOnly,
  isRequired,
  type Question,
  said,
  silentTypes,
  textIn,
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
import { answeringWords, wrongWord } from './answering.words.ts'
import { hasChoices } from './design.ts'
import { type FieldValue, keyOf, type Place, type Values } from './filling.ts'
import { RankField } from './RankField.tsx'

type FillQuestionProps = { question: Question; place: Place }

/** One question in the field that fits its kind; what is worked out is shown, not typed. */
export function FillQuestion({ question, place }: FillQuestionProps) {
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
  return <Typed question={question} place={place} label={named} />
}

/** The field of a question as the form library holds it, with its hint and what is wrong with it. */
function useQuestion({ question, place, label }: FillQuestionProps & { label: string }) {
  const t = useWords(answeringWords)
  const { asked, scope } = place
  const { field, fieldState } = useController<Values>({ name: `${place.field}${keyOf(question.name)}` })
  const hints = [said(asked, question.hint, scope), said(asked, question.guidance, scope)]
  const hint = hints.filter((text) => text !== '').join(' · ')
  const { error } = fieldState
  return {
    value: field.value,
    ref: field.ref,
    frame: {
      label,
      ...(hint === '' ? {} : { hint }),
      required: isRequired(asked, question, scope),
      error: error && (error.message || t(wrongWord(error.type))),
      onChange: (value: FieldValue | null) => field.onChange(value ?? ''),
    },
  }
}

function Typed(props: FillQuestionProps & { label: string }) {
  const { ref, ...field } = useQuestion(props)
  return (
    <div className="fill-question" ref={(element) => ref(element && { focus: () => focusIn(element) })}>
      <Control {...props} {...field} />
    </div>
  )
}

/** Goes to the control of a question: of several the one that is chosen, or the first. */
function focusIn(question: HTMLElement) {
  const control =
    question.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    question.querySelector<HTMLElement>('input, select, textarea, button:not(:disabled)')
  control?.focus()
}

type ControlProps = FillQuestionProps & Omit<ReturnType<typeof useQuestion>, 'ref'>

function Control(props: ControlProps) {
  const { question, value, frame } = props
  const { type } = question
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  if (hasChoices(type)) return <Chosen {...props} />
  if (type === 'integer') return <NumberField {...frame} value={number} step={1} />
  if (type === 'decimal') return <NumberField {...frame} value={number} />
  if (type === 'range') {
    const { start = 0, end = 10, step = 1 } = question.range ?? {}
    return <NumberField {...frame} value={number} min={start} max={end} step={step} />
  }
  if (type === 'date') return <DateField {...frame} value={text} />
  if (type === 'time' || type === 'date-time') return <ClockField {...frame} type={type} value={text} />
  if (type === 'acknowledge')
    return (
      <CheckField {...frame} value={value === 'OK'} onChange={(is) => frame.onChange(is ? 'OK' : null)} />
    )
  const isLong = (question.rows ?? 1) > 1 || question.appearance?.includes('multiline')
  if (isLong) return <LongTextField {...frame} rows={question.rows ?? 3} value={text} />
  return <TextField {...frame} value={text} />
}

type ClockProps = ControlProps['frame'] & { type: 'time' | 'date-time'; value: string }

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

function Chosen({ question, place, value, frame }: ControlProps) {
  const { asked, scope } = place
  const { questionnaire, occasion } = asked
  const choices = choicesHere(asked, question, scope).map(({ name, label }) => ({
    value: name,
    label: textIn(label, occasion.language, questionnaire.defaultLanguage) || name,
  }))
  const several = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
  if (question.type === 'rank') return <RankField {...frame} choices={choices} value={several} />
  if (question.type === 'select-multiple')
    return <ManyChoicesField {...frame} choices={choices} value={several ?? []} />
  const shape = question.appearance?.includes('minimal') ? { shape: 'list' as const } : {}
  return (
    <ChoiceField {...frame} {...shape} choices={choices} value={typeof value === 'string' ? value : null} />
  )
}
