import { askForCopy, decideOnCopy } from '#server/file-copies/file-copies.actions.ts'
import type { Act, Scene } from './scene.ts'

/** After the interview of that day, which began the case in its room. */
const minutesAfter = 200

/** Tells who asked for a copy of their own file, and what was decided, on a clock of its own beside the case. */
export function tellFileCopies({
  story,
  go,
  pass,
  act,
  acts,
  id,
  calendar,
  language,
  caseId,
}: Scene): readonly Act[] {
  if (!story.fileCopy) return acts
  const { day, wish, identityCheck, decided } = story.fileCopy
  const copyId = id('file-copy')
  go(day)
  pass(minutesAfter)
  act('a copy of the file asked for', 'file-copy.ask', async (tx) =>
    askForCopy(tx, await caseId(tx), {
      id: copyId,
      askedBy: 'client',
      guardianId: null,
      identityCheck,
      identityNote: '',
      askedOn: calendar.day(day),
      language,
      wish,
    }),
  )
  if (!decided) return acts
  const { by, reason } = decided
  go(decided.day)
  act(
    'what the copy of the file holds decided',
    'file-copy.decide',
    async (tx) =>
      decideOnCopy(
        tx,
        { caseId: await caseId(tx), copyId },
        {
          give: true,
          parts: [{ part: 'other-people', ground: 'other-people', reason }],
          records: [],
          refusal: '',
        },
      ),
    by,
  )
  return acts
}
