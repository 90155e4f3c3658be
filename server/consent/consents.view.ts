import {
  ConsentException,
  type ConsentExceptionPage,
  ConsentPage,
  type ConsentQuery,
  type ConsentNoticeList,
  ConsentView,
} from '#contract/consent.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { capacityFactsOf, guardiansOf, lookAtPerson } from '#server/people/index.ts'
import {
  type ConsentRow,
  consentRow,
  consentRows,
  type ExceptionRow,
  exceptionRow,
  exceptionRows,
  purposesInForce,
} from './consents.queries.ts'
import { stateAt } from './coverage.ts'
import { whoGives } from './giver.ts'
import { noticeRows } from './notices.repository.ts'

/** The consents about a person as this reader sees them, and who would give one today. */
export async function viewConsents(
  tx: Transaction,
  personId: string,
  { caseId, ...query }: ConsentQuery,
): Promise<ConsentPage> {
  const person = await lookAtPerson(tx, personId)
  const caseFile = caseId === undefined ? null : await lookAtCase(tx, caseId)
  const giving = whoGives(dayOf(tx.now), capacityFactsOf(person.sheet))
  const guardians = giving.giver === 'guardian' ? await guardiansOf(tx, personId) : []
  const page = await consentRows(tx, personId, query)
  const teams = await teamsOf(tx, page.rows, caseFile)
  const isOpen = caseFile?.state !== 'archived'
  const team = caseFile?.team ?? [tx.actor.workerId]
  const able = (operation: Operation, isPossible: boolean) =>
    abilityFor(tx.actor, operation, { team }, isPossible)
  return ConsentPage.parse({
    rows: page.rows.map((row) => viewOf(tx, row, teams)),
    next: page.next,
    person: { id: personId, name: person.sheet.name },
    giving: { ...giving, guardians },
    inForce: await purposesInForce(tx, personId, giving.under14),
    abilities: { give: able('consent.give', isOpen), except: able('consent.except', true) },
  })
}

/** One consent as this reader sees it. */
export async function viewConsent(tx: Transaction, personId: string, id: string): Promise<ConsentView> {
  const row = await consentRow(tx, personId, id)
  return viewOf(tx, row, await teamsOf(tx, [row], null))
}

/** Who works on the cases in which consents were given. */
async function teamsOf(tx: Transaction, rows: readonly ConsentRow[], known: CaseFile | null) {
  const teams = new Map<string, readonly string[]>()
  if (known) teams.set(known.id, known.team)
  for (const { caseId } of rows)
    if (caseId !== null && !teams.has(caseId)) teams.set(caseId, (await lookAtCase(tx, caseId)).team)
  return teams
}

function viewOf({ actor, now }: Transaction, row: ConsentRow, teams: ReadonlyMap<string, readonly string[]>) {
  const team = row.caseId === null ? [actor.workerId] : (teams.get(row.caseId) ?? [])
  const isThere = row.withdrawnAt === null
  return ConsentView.parse({
    ...row,
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt.toISOString(),
    withdrawn: row.withdrawnAt && {
      by: { id: row.withdrawnBy, name: row.withdrawnByName },
      at: row.withdrawnAt.toISOString(),
      reason: row.withdrawnReason,
    },
    state: stateAt(row, now),
    abilities: { withdraw: abilityFor(actor, 'consent.withdraw', { team }, isThere) },
  })
}

/** What was done about a person without consent, as this reader sees it. */
export async function viewExceptions(
  tx: Transaction,
  personId: string,
  query: PageQuery,
): Promise<ConsentExceptionPage> {
  await lookAtPerson(tx, personId)
  const page = await exceptionRows(tx, personId, query)
  return { rows: page.rows.map(exceptionView), next: page.next }
}

/** One exception as this reader sees it. */
export const viewException = async (tx: Transaction, personId: string, id: string) =>
  exceptionView(await exceptionRow(tx, personId, id))

const exceptionView = (row: ExceptionRow): ConsentException =>
  ConsentException.parse({
    ...row,
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt.toISOString(),
  })

/** The versions of the notice, and whether the reader writes the next one. */
export async function viewNotices(tx: Transaction): Promise<ConsentNoticeList> {
  tx.saw({ kind: 'consent-notice' })
  const write = abilityFor(tx.actor, 'consent-notice.write', {}, true)
  return { notices: await noticeRows(tx), abilities: { write } }
}
