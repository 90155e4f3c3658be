import type { InquirySheet } from '#contract/case/intake.ts'
import type { SheetStanding } from '#contract/case/notice-first.ts'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import type { PersonRef } from '#web/people/PersonPicker.tsx'
import type { useFieldErrors } from '../useFieldErrors.ts'

/** A field of the sheet of a first contact, ready to spread. */
export type InquiryField = ReturnType<typeof useFieldErrors<InquirySheet>>

/** The sheet wherever it is held: saved as one writes, or on the desk until it is sent. */
export type SheetHeld = Pick<DraftSheet<InquirySheet>, 'value' | 'set' | 'change' | 'field'>

/** What the fields need to know of the people: whom the record came with, and whether somebody must not be named. */
export type AboutPeople = Readonly<{
  caller: PersonRef | null
  /** With what matters to the notice: the language they speak, and whether they are or may be under 14. */
  client: (PersonRef & Readonly<{ language?: string; underFourteen?: boolean }>) | null
  reporter: Readonly<{ protected: boolean }>
  /** The sheet as it is kept, where something is. */
  kept?: SheetStanding
}>
