export type { AttachmentLimits } from './attachment.ts'
export { attachmentSweeper, type Swept, sweepReport } from './sweeping.jobs.ts'
