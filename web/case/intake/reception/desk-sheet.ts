import type { InquirySheet } from '#contract/case/intake.ts'
import type { SheetHeld } from '../inquiry/inquiry-field.ts'

/** The sheet of a first contact as the desk holds it, in the shape that its fields ask for. */
export function deskSheet(value: InquirySheet, change: (sheet: InquirySheet) => void): SheetHeld {
  const set =
    <Key extends keyof InquirySheet>(key: Key) =>
    (given: InquirySheet[Key]) =>
      change({ ...value, [key]: given })
  return {
    value,
    set,
    change: (part) => change({ ...value, ...part }),
    field: (key) => ({ id: key, value: value[key], onChange: set(key), error: undefined }),
  }
}
