import { z } from 'zod'
import { ProcessRecordSheet } from '#contract/case/delivery.ts'
import { InterviewSheet } from '#contract/case/interview.ts'

/** What tells nothing of what was told in an interview: when and how they met, what was done, and how it goes on. */
export const openInInterview = [
  'heldFrom',
  'heldUntil',
  'mode',
  'placeIsPrivate',
  'placeIsComfortable',
  'skillsUsed',
  'tasksDone',
  'tasksLeft',
  'jointEffortTold',
  'clientWishesRelationship',
  'nextStep',
  'nextAt',
] as const satisfies readonly (keyof InterviewSheet)[]

/** The same of a contact: when, how and with whom they met, for which goals, and when they meet again. */
export const openInRecord = [
  'heldFrom',
  'heldUntil',
  'mode',
  'personsSeen',
  'clientSeen',
  'goalIds',
  'activityTypes',
  'nextAt',
] as const satisfies readonly (keyof ProcessRecordSheet)[]

/** An interview as it is sent to whoever need not know what was told in it. */
export const untoldInterview = (sheet: InterviewSheet): InterviewSheet =>
  InterviewSheet.parse(untold(sheet, openInInterview, ''))

/** A process record as it is sent to whoever need not know what was told in it. */
export const untoldRecord = (sheet: ProcessRecordSheet): ProcessRecordSheet =>
  ProcessRecordSheet.parse(untold(sheet, openInRecord, ''))

/**
 * A record as its reader may see it, and whether something of it stays behind; what was added later to it is told as well.
 * @param known whether its reader needs to know what was told
 */
export function toldTo<Sheet>(
  known: boolean,
  sheet: Sheet,
  added: number,
  untoldSheet: (sheet: Sheet) => Sheet,
) {
  if (known) return { sheet, masked: false }
  const shown = untoldSheet(sheet)
  const masked = added > 0 || JSON.stringify(shown) !== JSON.stringify(sheet)
  return { sheet: masked ? shown : sheet, masked }
}

/**
 * A record without what is told in it: `word` in the place of each text, nothing in that of the rest. A field that somebody
 * adds to the record later stays behind until it is named among those that are open.
 */
export const untold = (record: object, open: readonly string[], word: string) =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      open.includes(field) ? value : blankOf(value, word),
    ]),
  )

function blankOf(value: unknown, word: string) {
  if (Array.isArray(value)) return []
  if (typeof value !== 'string' || isId(value)) return null
  return value === '' ? '' : word
}

const isId = (value: string) => z.uuid().safeParse(value).success
