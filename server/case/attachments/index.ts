export { type AttachmentLimits, nameToSave } from './attachment.ts'
export { fetchAttachment, fetchAttachments, type Leaving } from './attachments.actions.ts'
export { attachmentSweeper, type Swept, sweepReport } from './sweeping.jobs.ts'
