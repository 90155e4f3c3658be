import { attachmentEndings, type AttachmentKind } from '#contract/case/attachments.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** An attachment as the rules see it. */
export type Attachment = Readonly<{
  id: string
  caseId: string
  name: string
  kind: AttachmentKind
  bytes: number
  fileId: string
  keySealed: Buffer
  takenAt: Date | null
  version: number
}>

/** How much may be kept: of one file, of one worker in a day, of one agency. */
export type AttachmentLimits = Readonly<{
  mostBytes: number
  mostBytesADay: number
  mostBytesOfAgency: number
}>

/** What is kept already. */
export type Weight = Readonly<{ agencyBytes: number; workerBytes: number }>

const megabyte = 1024 * 1024
const inMegabytes = (bytes: number) => Math.floor(bytes / megabyte)

/** For how long back a worker's day reaches. */
export const dayMilliseconds = 24 * 60 * 60 * 1000

// Signs that turn the direction of writing make a name end otherwise than it looks; separators belong to paths.
const misleading = /[\u061C\u202A-\u202E\u2066-\u2069/\\]/u

/** Refuses (422) a name that would mislead whoever reads it. Everything else in it stays as it is. */
export function refuseMisleadingName(name: string) {
  if (misleading.test(name) || /^\.*$/u.test(name)) throw new Refusal('attachments/name-not-allowed')
}

/** The ending of a name, in small letters; empty when it has none. */
const endingOf = (name: string) => /\.([^.\s]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Refuses (422) a file whose name says another kind than its content is; a name without an ending says none. */
export function refuseOtherEnding(name: string, kind: AttachmentKind) {
  const ending = endingOf(name)
  if (ending !== '' && !attachmentEndings[kind].includes(ending))
    throw new Refusal('attachments/not-what-its-name-says', { ending, kind: attachmentEndings[kind][0] })
}

/** The name under which a file leaves: its own, with the ending of its kind where it had none. */
export const nameToSave = ({ name, kind }: Pick<Attachment, 'name' | 'kind'>) =>
  attachmentEndings[kind].includes(endingOf(name)) ? name : `${name}.${attachmentEndings[kind][0]}`

/** Refuses (413) a file that says beforehand, or turns out, to be larger than one may be. */
export function refuseIfTooLarge(bytes: number, { mostBytes }: AttachmentLimits) {
  if (bytes > mostBytes) throw tooLarge(mostBytes)
}

export const tooLarge = (mostBytes: number) =>
  new Refusal('attachments/too-large', { megabytes: inMegabytes(mostBytes) })

/** Refuses (409) what goes beyond the day of a worker or the room of an agency. */
export function refuseOverQuota(
  bytes: number,
  { agencyBytes, workerBytes }: Weight,
  { mostBytesADay, mostBytesOfAgency }: AttachmentLimits,
) {
  if (workerBytes + bytes > mostBytesADay)
    throw new Refusal('attachments/day-used-up', { megabytes: inMegabytes(mostBytesADay) })
  if (agencyBytes + bytes > mostBytesOfAgency)
    throw new Refusal('attachments/agency-full', { megabytes: inMegabytes(mostBytesOfAgency) })
}

/** Refuses (409) to show or take away once more what was taken away. */
export function refuseIfTaken({ takenAt }: Attachment) {
  if (takenAt !== null) throw new Refusal('attachments/taken-away')
}
