import { useId, type ReactNode } from 'react'
import { useUiWords } from './UiContext.tsx'

/**
 * What every field takes. `value` may be null or undefined (nothing yet); `onChange` is told the new value.
 * `error` is a whole sentence; `hint` says what belongs here, before it is typed.
 */
export type FieldProps<Value, Told = Value> = {
  label: string
  value: Value | null | undefined
  onChange: (value: Told) => void
  hint?: ReactNode
  error?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  id?: string | undefined
}

/** The attributes that tie a control to its label, hint and error. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  required: boolean
  disabled: boolean
}

type Frame = Pick<FieldProps<never>, 'label' | 'hint' | 'error' | 'required' | 'disabled' | 'id'>

/** Ids of hint and error, joined for `aria-describedby`; undefined when there is neither. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** One labelled control: label, required mark, hint, the control itself, error. */
export function Field(props: Frame & { children: (control: ControlProps) => ReactNode }) {
  const made = useId()
  const id = props.id ?? made
  return (
    <div className="field" data-invalid={props.error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {props.label}
        {props.required && <RequiredMark />}
      </label>
      <Hint id={id} hint={props.hint} />
      {props.children({
        id,
        'aria-describedby': describedBy(id, props.hint, props.error),
        'aria-invalid': props.error ? true : undefined,
        required: props.required ?? false,
        disabled: props.disabled ?? false,
      })}
      <FieldError id={id} error={props.error} />
    </div>
  )
}

/** Several controls that answer one question: a fieldset whose legend is the question. */
export function FieldGroup(props: Frame & { children: ReactNode; className?: string }) {
  const made = useId()
  const id = props.id ?? made
  return (
    <fieldset
      id={id}
      className={`field ${props.className ?? ''}`}
      aria-describedby={describedBy(id, props.hint, props.error)}
      data-invalid={props.error ? true : undefined}
      disabled={props.disabled}
    >
      <legend className="field-label">
        {props.label}
        {props.required && <RequiredMark />}
      </legend>
      <Hint id={id} hint={props.hint} />
      {props.children}
      <FieldError id={id} error={props.error} />
    </fieldset>
  )
}

function RequiredMark() {
  return <span className="field-required"> · {useUiWords().required}</span>
}

function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <p className="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null
}

/** What is wrong with a field, under the id by which its control is described. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  ) : null
}
