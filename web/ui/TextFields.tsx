import { useLayoutEffect, useRef, useState, type HTMLInputAutoCompleteAttribute } from 'react'
import { Field, type ControlProps, type FieldProps } from './Field.tsx'
import { useUiWords } from './UiContext.tsx'

type TextFieldProps = FieldProps<string> & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  maxLength?: number
  /** Language of what is typed, when it differs from the screen's (a Russian name on a Chinese screen). */
  lang?: string
}

/** One line of text, given back bit for bit: nothing is trimmed or corrected. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', autoComplete = 'off', inputMode, maxLength, lang } = props
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          dir="auto"
          lang={lang}
          autoComplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
          value={value ?? ''}
          onChange={(change) => onChange(change.target.value)}
        />
      )}
    </Field>
  )
}

type LongTextFieldProps = FieldProps<string> & { rows?: number; maxLength?: number; lang?: string }

/** Text of any length; the box grows with what is written, `rows` lines at least (default 3). */
export function LongTextField(props: LongTextFieldProps) {
  return <Field {...props}>{(control) => <GrowingText control={control} {...props} />}</Field>
}

function GrowingText(props: LongTextFieldProps & { control: ControlProps }) {
  const { control, value, onChange, rows = 3, maxLength, lang } = props
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
  })
  return (
    <textarea
      {...control}
      ref={box}
      className="input input-long"
      dir="auto"
      lang={lang}
      rows={rows}
      maxLength={maxLength}
      value={value ?? ''}
      onChange={(change) => onChange(change.target.value)}
    />
  )
}

type PasswordFieldProps = FieldProps<string> & { autoComplete: 'current-password' | 'new-password' }

/** A password, with a button that shows what was typed. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const words = useUiWords()
  return (
    <Field {...props}>
      {(control) => (
        <div className="input-with-button">
          <input
            {...control}
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete={props.autoComplete}
            value={props.value ?? ''}
            onChange={(change) => props.onChange(change.target.value)}
          />
          <button type="button" className="button button-quiet" onClick={() => setShown(!shown)}>
            {shown ? words.hidePassword : words.showPassword}
          </button>
        </div>
      )}
    </Field>
  )
}
