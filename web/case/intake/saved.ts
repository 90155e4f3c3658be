import type { DraftSheet } from '#web/app/useDraftSheet.ts'

/**
 * Brings everything typed to the server before an act that needs it there, and gives the version it has there.
 * Throws what stood in the way of saving; the sheet shows it too.
 */
export async function allSaved<Value extends object>(sheet: DraftSheet<Value>): Promise<number> {
  const draft = await sheet.flush()
  if (draft.state !== 'saved') throw draft.refusal ?? new SheetNotSaved()
  return draft.version
}

/** What was typed could not be brought to the server; the sheet says why. */
export class SheetNotSaved extends Error {}
