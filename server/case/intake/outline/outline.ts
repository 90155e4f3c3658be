import { languagesOf, type OutlineSheet } from '#contract/case/interview-outlines.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** An outline as it is changed: its newest edition, and the version that was seen. */
export type Outline = Readonly<{ id: string; edition: number; retired: boolean; version: number }>

/** Refuses (422) an outline that says everything in no language at all: nobody could use it. */
export function refuseUnlessReadable(sheet: OutlineSheet) {
  if (languagesOf(sheet).length === 0) throw new Refusal('outlines/no-language-whole')
}
