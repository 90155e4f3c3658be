export { type AttachmentLimits, nameToSave } from './attachment.ts'
export { fetchAttachment, type Leaving } from './attachments.actions.ts'
export { attachmentSweeper, type Swept, sweepReport } from './sweeping.jobs.ts'
