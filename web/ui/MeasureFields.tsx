import { useState, type FocusEvent } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import { fromLocalInput, toLocalInput } from './moment.ts'
import { useUiWords } from './UiContext.tsx'

/** A calendar date, YYYY-MM-DD; null while empty. `min` and `max` are dates too. */
export function DateField(props: FieldProps<string, string | null> & { min?: string; max?: string }) {
  const { error, watch } = useImpossible(props.error)
  return (
    <Field {...props} error={error}>
      {(control) => (
        <input
          {...control}
          {...watch}
          className="input input-short"
          type="date"
          min={props.min}
          max={props.max ?? '9999-12-31'}
          value={props.value ?? ''}
          onChange={(change) => props.onChange(change.target.value || null)}
        />
      )}
    </Field>
  )
}

/** A moment: shown and typed in this device's time zone, given back as ISO with offset; null while empty. */
export function MomentField(props: FieldProps<string, string | null>) {
  const { error, watch } = useImpossible(props.error)
  return (
    <Field {...props} error={error}>
      {(control) => (
        <input
          {...control}
          {...watch}
          className="input input-short"
          type="datetime-local"
          max="9999-12-31T23:59"
          value={toLocalInput(props.value)}
          onChange={(change) => props.onChange(fromLocalInput(change.target.value))}
        />
      )}
    </Field>
  )
}

/** Says so when what was typed is no date: the browser then gives nothing at all, and nothing would be kept in silence. */
function useImpossible(error: string | undefined) {
  const words = useUiWords()
  const [impossible, tell] = useState(false)
  const look = ({ target }: FocusEvent<HTMLInputElement>) => tell(target.validity.badInput)
  return { error: error ?? (impossible ? words.noSuchDate : undefined), watch: { onBlur: look } }
}

type NumberFieldProps = FieldProps<number, number | null> & {
  min?: number
  max?: number
  step?: number
  /** Written after the number: "hours", "¥". */
  unit?: string
}

/** A number; null while empty. What is half typed ("1.") stays as typed. */
export function NumberField(props: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown =
    typed !== null && numberIn(typed) === (props.value ?? null) ? typed : String(props.value ?? '')
  const tell = (text: string) => {
    setTyped(text)
    props.onChange(numberIn(text))
  }
  return (
    <Field {...props}>
      {(control) => (
        <span className="input-with-unit">
          <input
            {...control}
            className="input input-number"
            type="number"
            inputMode="decimal"
            min={props.min}
            max={props.max}
            step={props.step ?? 'any'}
            value={shown}
            onChange={(change) => tell(change.target.value)}
          />
          {props.unit && <span>{props.unit}</span>}
        </span>
      )}
    </Field>
  )
}

function numberIn(text: string): number | null {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? null : number
}
