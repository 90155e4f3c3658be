import { useId, useState, type ReactNode } from 'react'
import { describedBy, Field, FieldError, FieldGroup, type FieldProps } from './Field.tsx'
import { useUiWords } from './UiContext.tsx'

/**
 * One answer among several. `hint` is shown under the label of a radio pill or checkbox; what is `hidden` is offered no
 * more, and shown only where it was chosen before.
 */
export type Choice<Value extends string> = {
  value: Value
  label: string
  hint?: string | undefined
  hidden?: boolean
}

type ChoiceFieldProps<Value extends string> = FieldProps<Value> & {
  choices: readonly Choice<Value>[]
  /** Force the shape; by default pills for up to six choices, a list for more. */
  shape?: 'pills' | 'list'
}

/** One of several: radio pills for up to six choices, a native list for more. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const choices = props.choices.filter(({ value, hidden }) => !hidden || value === props.value)
  const shape = props.shape ?? (choices.length <= 6 ? 'pills' : 'list')
  return shape === 'pills' ? (
    <Pills {...props} choices={choices} />
  ) : (
    <ChoiceList {...props} choices={choices} />
  )
}

function Pills<Value extends string>(props: ChoiceFieldProps<Value>) {
  const name = useId()
  return (
    <FieldGroup {...props}>
      <div className="pills">
        {props.choices.map((choice) => (
          <Pill
            key={choice.value}
            name={name}
            checked={props.value === choice.value}
            onChoose={() => props.onChange(choice.value)}
            required={props.required}
          >
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </Pill>
        ))}
      </div>
    </FieldGroup>
  )
}

type PillProps = {
  name: string
  checked: boolean
  onChoose: () => void
  required?: boolean | undefined
  children: ReactNode
}

/** One radio button drawn as a pill. */
export function Pill({ name, checked, onChoose, required, children }: PillProps) {
  return (
    <label className="pill">
      <input type="radio" name={name} checked={checked} onChange={onChoose} required={required} />
      <span>{children}</span>
    </label>
  )
}

function ChoiceList<Value extends string>(props: ChoiceFieldProps<Value>) {
  const words = useUiWords()
  const choose = (chosen: string) => {
    const found = props.choices.find((choice) => choice.value === chosen)
    if (found) props.onChange(found.value)
  }
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={props.value ?? ''}
          onChange={(change) => choose(change.target.value)}
        >
          <option value="" disabled>
            {words.chooseOne}
          </option>
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ManyChoicesFieldProps<Value extends string> = FieldProps<readonly Value[], Value[]> & {
  choices: readonly Choice<Value>[]
}

/** Any of several, as checkboxes. Gives the chosen values back in the order of `choices`. */
export function ManyChoicesField<Value extends string>(props: ManyChoicesFieldProps<Value>) {
  const chosen = new Set<Value>(props.value ?? [])
  const [before] = useState(chosen)
  const shown = props.choices.filter(({ value, hidden }) => !hidden || before.has(value) || chosen.has(value))
  const toggle = (value: Value, on: boolean) => {
    const wanted = (choice: Choice<Value>) => (choice.value === value ? on : chosen.has(choice.value))
    props.onChange(props.choices.filter(wanted).map((choice) => choice.value))
  }
  return (
    <FieldGroup {...props}>
      <div className="checks">
        {shown.map((choice) => (
          <label key={choice.value} className="check">
            <input
              type="checkbox"
              checked={chosen.has(choice.value)}
              onChange={(change) => toggle(choice.value, change.target.checked)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

type CheckFieldProps = FieldProps<boolean>

/** One statement that is so or not so; unanswered counts as not so. Use YesNoField where "not asked" matters. */
export function CheckField(props: CheckFieldProps) {
  const made = useId()
  const id = props.id ?? made
  return (
    <div className="field" data-invalid={props.error ? true : undefined}>
      <label className="check">
        <input
          type="checkbox"
          id={id}
          aria-describedby={describedBy(id, undefined, props.error)}
          aria-invalid={props.error ? true : undefined}
          checked={props.value ?? false}
          disabled={props.disabled}
          onChange={(change) => props.onChange(change.target.checked)}
        />
        <span>
          {props.label}
          {props.hint && <small>{props.hint}</small>}
        </span>
      </label>
      <FieldError id={id} error={props.error} />
    </div>
  )
}

/** Yes, no, or not answered (null): a question nobody asked must not look like a no. */
export function YesNoField(props: FieldProps<boolean, boolean | null>) {
  const name = useId()
  const words = useUiWords()
  const answers = [
    [true, words.yes],
    [false, words.no],
    [null, words.unanswered],
  ] as const
  return (
    <FieldGroup {...props}>
      <div className="pills">
        {answers.map(([answer, label]) => (
          <Pill
            key={label}
            name={name}
            checked={(props.value ?? null) === answer}
            onChoose={() => props.onChange(answer)}
          >
            {label}
          </Pill>
        ))}
      </div>
    </FieldGroup>
  )
}

/** How much or how well, 1 to 5. `ends` names the two ends of the scale. */
export function RatingField(props: FieldProps<number> & { ends?: readonly [low: string, high: string] }) {
  const name = useId()
  return (
    <FieldGroup {...props}>
      <div className="rating">
        {props.ends && <span className="rating-end">{props.ends[0]}</span>}
        <div className="pills">
          {[1, 2, 3, 4, 5].map((rating) => (
            <Pill
              key={rating}
              name={name}
              checked={props.value === rating}
              onChoose={() => props.onChange(rating)}
            >
              {rating}
            </Pill>
          ))}
        </div>
        {props.ends && <span className="rating-end">{props.ends[1]}</span>}
      </div>
    </FieldGroup>
  )
}
