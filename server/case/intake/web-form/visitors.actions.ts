import { randomBytes } from 'node:crypto'
import type { AskedForHelp, AskForHelp, WebFormShown } from '#contract/case/web-form.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says } from '#server/kernel/whole.ts'
import type { Platform } from '#server/platform/platform.ts'
import { defaultDeadlines, dueAt } from '#server/workday/index.ts'
import { newPuzzle, puzzleFault, receiptFrom } from './puzzle.ts'
import { openForm, putIntoQueue } from './visitors.repository.ts'

const keyBytes = 32
const nonceBytes = 12
const mostRemembered = 10_000

/**
 * What somebody outside may do: read the page of an open form, and send it once. Nothing here tells whether anybody
 * ever wrote.
 */
export function visitorActions({ database, now }: Platform) {
  // Of this copy of the program only: a page that another copy gave out is asked anew.
  const key = randomBytes(keyBytes)
  const receipts = new Map<string, string>()

  async function show(agencyId: string): Promise<WebFormShown> {
    const form = await openForm(database.db, agencyId)
    if (!form) throw new Refusal('web-form/closed')
    const { name: agencyName, emergencyNumbers, leaveTo } = form
    const puzzle = newPuzzle(key, agencyId, now(), randomBytes(nonceBytes).toString('base64url'))
    return { agencyName, emergencyNumbers, leaveTo, puzzle }
  }

  async function ask(agencyId: string, asked: AskForHelp): Promise<AskedForHelp> {
    if (!(await openForm(database.db, agencyId))) throw new Refusal('web-form/closed')
    const known = receipts.get(asked.puzzle)
    // Sent twice, because the first answer was lost: the same receipt, and one request.
    if (known !== undefined) return { receipt: known }
    const receipt = receiptFrom(randomBytes(keyBytes))
    const moment = now()
    const { puzzle, answer } = asked
    const fault = puzzleFault(key, { puzzle, answer, agencyId }, moment)
    // A machine that fell into the trap, or writes faster than people, is thanked and forgotten.
    if (says(asked.website) || fault === 'too-soon') return { receipt }
    if (fault) throw new Refusal('web-form/open-it-anew')
    remember(asked.puzzle, receipt)
    const { span } = defaultDeadlines.firstContactAfterReferral
    try {
      await putIntoQueue(database, {
        agencyId,
        asked,
        receipt,
        receivedAt: moment,
        dueAt: dueAt(moment, span),
      })
    } catch (error) {
      receipts.delete(asked.puzzle)
      throw error
    }
    return { receipt }
  }

  function remember(puzzle: string, receipt: string) {
    const [oldest] = receipts.keys()
    if (receipts.size >= mostRemembered && oldest !== undefined) receipts.delete(oldest)
    receipts.set(puzzle, receipt)
  }

  return { show, ask }
}
