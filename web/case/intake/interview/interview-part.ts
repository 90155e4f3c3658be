import type { InterviewSheet } from '#contract/case/interview.ts'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'

/** What each part of the interview's sheet needs: the sheet, and what the server refused last. */
export type InterviewPartProps = { sheet: DraftSheet<InterviewSheet>; refused: unknown }
