import { useState } from 'react'
import { TextField } from '#web/ui/index.ts'

type IdNumberFieldProps = {
  label: string
  hint?: string | undefined
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
}

const wholeLengths: readonly number[] = [0, 15, 18]

/** An identity number. It is handed on when it is whole or left, not after each digit: half a number is no mistake yet. */
export function IdNumberField({ label, hint, value, onChange, error }: IdNumberFieldProps) {
  const [typing, type] = useState<string | null>(null)
  const handOn = (text: string) => onChange(text === '' ? null : text)
  const change = (text: string) => {
    type(text)
    if (wholeLengths.includes(text.length)) handOn(text)
  }
  const leave = () => {
    if (typing !== null && typing !== (value ?? '')) handOn(typing)
    type(null)
  }
  return (
    <div role="presentation" onBlur={leave}>
      <TextField
        label={label}
        hint={hint}
        value={typing ?? value}
        onChange={change}
        error={typing === null ? error : undefined}
      />
    </div>
  )
}
