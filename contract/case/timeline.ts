import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { pageOf } from '#contract/page.ts'

/** Every sentence the story of a case can say. The words stand in web/case/timeline, in three languages. */
export const StoryLine = z.enum([
  'inquiry-received',
  'emergency-decided',
  'inquiry-registered',
  'preliminary-assessment-written',
  'preliminary-assessment-shared',
  'inquiry-concluded',
  'inquiry-taken',
  'crisis-opened',
  'crisis-ended',
  'waiting-began',
  'wait-checked',
  'case-opened',
  'stage-entered',
  'interview-signed',
  'assessment-signed',
  'assessment-cosigned',
  'assessment-confirmed',
  'assessment-corrected',
  'assessment-not-confirmed',
  'plan-signed',
  'plan-cosigned',
  'plan-confirmed',
  'plan-activated',
  'record-signed',
  'addendum-added',
  'step-done',
  'step-cancelled',
  'step-moved',
  'evaluation-signed',
  'evaluation-cosigned',
  'satisfaction-recorded',
  'closing-submitted',
  'closing-returned',
  'closing-approved',
  'follow-up-recorded',
  'confidentiality-changed',
  'break-glass-opened',
  'case-archived',
  'case-reopened',
  'document-printed',
  'attachment-added',
  'attachment-taken-away',
  'consent-given',
  'consent-withdrawn',
  'consent-exception-recorded',
  'appointment-booked',
  'appointment-changed',
  'appointment-cancelled',
  'ecomap-drawn',
  'scale-recorded',
  'scale-alert-decided',
  'referral-sent',
  'referral-moved',
  'referral-sight-ended',
])
export type StoryLine = z.infer<typeof StoryLine>

/** One line as it leaves: who, when, which sentence, and the facts the sentence needs. */
export const StoryEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  worker: WorkerRef,
  what: StoryLine,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type StoryEntry = z.infer<typeof StoryEntry>
export const StoryPage = pageOf(StoryEntry)
