import type { PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'

/** What a part of the preliminary assessment needs: the sheet as it is written, and the act that was refused, if any. */
export type PreliminaryPartProps = { sheet: DraftSheet<PreliminaryAssessmentSheet>; refused: unknown }
