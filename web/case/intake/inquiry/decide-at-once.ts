import type { EmergencyDecision } from '#contract/case/intake.ts'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import { SheetNotSaved } from '../saved.ts'
import { isNoticeFirst } from './after-notice.ts'
import { inquiryActs } from './inquiry.api.ts'
import type { InquiryActs } from './useInquiryActs.ts'

/**
 * Decides whether there is danger, on a screen whose sheet is saved as one writes. Danger waits for no notice: what is typed and may
 * not be kept yet stays typed, and is sent once there is a decision.
 */
export const decideAtOnce =
  <Value extends object>(sheet: DraftSheet<Value>, acts: InquiryActs) =>
  async (decision: EmergencyDecision) => {
    const { state, refusal, version } = await sheet.flush()
    if (state !== 'saved' && !isNoticeFirst(refusal)) throw refusal ?? new SheetNotSaved()
    const view = await acts.act(inquiryActs.decideEmergency, decision, version)
    if (state !== 'saved') sheet.change({})
    return view
  }
