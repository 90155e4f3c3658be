import { createHash } from 'node:crypto'
import type { Questionnaire } from '#contract/questionnaires/index.ts'
import type { AddQuestionnaire, QuestionnaireFile } from '#contract/questionnaires/kept.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says } from '#server/kernel/whole.ts'
import { mostWorkbookBytes, readWorkbook, WorkbookUnreadable } from '#server/platform/spreadsheets/index.ts'
import { importXlsForm, type Imported, NoXlsForm } from '../xlsform/import.ts'
import { refuseUnlessPublishable, refuseUnlessReady } from './questionnaires.ts'
import {
  insertQuestionnaire,
  lookAtQuestionnaire,
  saveEdition,
  saveRetirement,
  saveSheet,
} from './questionnaires.repository.ts'

/** Begins a questionnaire; it may be full of holes while it is being written (R-092; drawn up from level 3 on, R-220). */
export async function addQuestionnaire(tx: Transaction, { id, sheet }: AddQuestionnaire) {
  permit(tx.actor, 'questionnaire.write') // 403
  if (!says(sheet.title)) throw new Refusal('questionnaires/untitled') // 422
  await insertQuestionnaire(tx, id, sheet) // 409
}

/** Keeps what was written so far. What was published is answered as it was until the next version is published. */
export async function writeQuestionnaire(tx: Transaction, id: string, sheet: Questionnaire) {
  const draft = await lookAtQuestionnaire(tx, id) // 404
  permit(tx.actor, 'questionnaire.write') // 403
  await saveSheet(tx, draft, sheet) // 412
}

/** Publishes what is written as the next version, once everything in it can be asked. */
export async function publishQuestionnaire(tx: Transaction, id: string) {
  const draft = await lookAtQuestionnaire(tx, id) // 404
  permit(tx.actor, 'questionnaire.write') // 403
  refuseIfStale(tx, draft.version) // 412
  refuseUnlessPublishable(draft) // 409
  refuseUnlessReady(draft.sheet) // 422
  await saveEdition(tx, draft)
}

/** Takes a questionnaire out of use, or back into it; what was answered stays. */
export async function retireQuestionnaire(tx: Transaction, id: string, retired: boolean) {
  const draft = await lookAtQuestionnaire(tx, id) // 404
  permit(tx.actor, 'questionnaire.write') // 403
  await saveRetirement(tx, draft, retired) // 412
}

/** What came as the body of a request, read as an XLSForm. */
export type Received = Readonly<{ imported: Imported; sha256: string }>

/**
 * Reads a workbook as it comes, no more of it than may be.
 * @throws Refusal 413 or 422 where it is too large, or is no XLSForm
 */
export async function receiveForm(name: string, content: AsyncIterable<Uint8Array>): Promise<Received> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of content) {
    length += piece.length
    if (length > mostWorkbookBytes) throw tooLarge()
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  try {
    const imported = importXlsForm(await readWorkbook(bytes), name.replace(/\.[^.]+$/u, ''))
    return { imported, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (problem) {
    throw saidOf(problem)
  }
}

export const tooLarge = () =>
  new Refusal('questionnaires/file-too-large', { megabytes: Math.floor(mostWorkbookBytes / 1024 ** 2) })

function saidOf(problem: unknown): unknown {
  if (problem instanceof NoXlsForm) return new Refusal(`questionnaires/${problem.reason}`)
  if (!(problem instanceof WorkbookUnreadable)) return problem
  if (problem.reason === 'empty') return new Refusal('questionnaires/file-empty')
  return problem.reason === 'too-large' ? tooLarge() : new Refusal('questionnaires/file-unreadable')
}

/** Keeps a form made elsewhere as a questionnaire that is being written, with the report of what became of its rows. */
export async function keepImported(tx: Transaction, { id, name }: QuestionnaireFile, { imported }: Received) {
  permit(tx.actor, 'questionnaire.write') // 403
  const { rows, taken, remarks } = imported.report
  const report = { fileName: name, rows, taken, remarks: [...remarks] }
  await insertQuestionnaire(tx, id, imported.questionnaire, report) // 409
}
