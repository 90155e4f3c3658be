import { z } from 'zod'
import { filePart } from '#contract/codes/index.ts'
import { FormSheet } from '#contract/documents.ts'

/** One part of a copy: its forms as they are read, and what a program reads of it. */
export const CopyPart = z.object({
  part: filePart.schema,
  sheets: z.array(FormSheet),
  /** What the forms rest on: texts, ISO dates, and codes with their list and word. */
  facts: z.record(z.string(), z.unknown()),
  /** The agency's own fields, each with its label and answer in words. */
  ownFields: z.array(z.object({ recordId: z.string(), label: z.string(), answer: z.string() })),
})
export type CopyPart = z.infer<typeof CopyPart>
