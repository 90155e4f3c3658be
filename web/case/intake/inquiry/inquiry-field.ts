import type { InquirySheet } from '#contract/case/intake.ts'
import type { useFieldErrors } from '../useFieldErrors.ts'

/** A field of the sheet of a first contact, ready to spread. */
export type InquiryField = ReturnType<typeof useFieldErrors<InquirySheet>>
