import { sql } from 'kysely'
import type { Stage, WorkflowTemplate } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { numberStem } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { caseNumberOn, sitesOn } from '#server/agencies/index.ts'
import { together } from '#server/platform/database/together.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'

/** What a new case begins with. */
export type Opening = Readonly<{
  inquiryId: string
  clientId: string
  callerId: string | null
  caseManagerId: string
  /** Null is no site of its own: the agency as a whole. */
  siteId: string | null
  serviceFields: readonly string[]
  riskLevel: string
  emergency: boolean
}>

/**
 * The next number by the agency's pattern, or where it has none by the product's, PREFIX-YYYY-0001; two workers never get
 * the same, and no number is ever given twice.
 */
export async function nextCaseNumber(tx: Transaction, today: Day, serviceFields: readonly string[]) {
  const year = Number(today.slice(0, 4))
  const pattern = await caseNumberOn(tx, today)
  if (!pattern) return nextOfTheYear(tx, year)
  const stem = numberStem(pattern, year, serviceFields[0] ?? '')
  const { rows } = await sql<{ number: string }>`
    select next_case_number_after(${stem}, ${pattern.width}) as number`.execute(tx.db)
  return rows[0]?.number ?? ''
}

async function nextOfTheYear(tx: Transaction, year: number): Promise<string> {
  const [{ rows }, { casePrefix }] = await together([
    sql<{ nextCaseNumber: number }>`select next_case_number(${year})`.execute(tx.db),
    tx.db
      .selectFrom('agencies')
      .select('casePrefix')
      .where('agencyId', '=', tx.actor.agencyId)
      .executeTakeFirstOrThrow(),
  ])
  const ordinal = String(rows[0]?.nextCaseNumber ?? 0).padStart(4, '0')
  return [casePrefix, year, ordinal].filter((part) => part !== '').join('-')
}

/** Refuses a manager who does not work here or does no case work. */
export async function refuseUnlessCaseworker(tx: Transaction, workerId: string) {
  const worker = await tx.db
    .selectFrom('workers')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', workerId)
    .where('active', '=', true)
    .where('role', 'in', ['worker', 'supervisor'])
    .executeTakeFirst()
  if (!worker)
    throw new Refusal('sheet-unfinished', {}, [{ path: 'caseManagerId', code: 'not-a-caseworker' }])
}

/** Refuses a site that is not the agency's, or is closed on that day. */
export async function refuseUnlessSite(tx: Transaction, day: Day, siteId: string | null) {
  if (siteId === null) return
  const isOpen = (await sitesOn(tx, day)).some(({ id }) => id === siteId)
  whole([['siteId', isOpen, 'settings/no-such-site']])
}

type NewCase = Readonly<{ id: string; number: string; template: WorkflowTemplate; stage: Stage }>

/** Writes the case. */
export async function insertCase(
  tx: Transaction,
  { id, number, template, stage }: NewCase,
  opening: Opening,
) {
  const { agencyId, workerId } = tx.actor
  const { inquiryId, clientId, caseManagerId, siteId, serviceFields, riskLevel, emergency } = opening
  tx.atLast(
    tx.db
      .insertInto('cases')
      .values({
        agencyId,
        id,
        number,
        template,
        stage,
        clientId,
        inquiryId,
        caseManagerId,
        siteId,
        serviceFields: [...serviceFields],
        riskLevel,
        emergency,
        openedAt: tx.now,
        openedBy: workerId,
      })
      .execute(),
  )
}

/** Writes the people of a case: client, caller, and whoever is known as guardian or family of the client. */
export async function insertCasePeople(tx: Transaction, caseId: string, { clientId, callerId }: Opening) {
  const { agencyId } = tx.actor
  const relatives = await tx.db
    .selectFrom('relations')
    .select(['relativeId', 'guardian'])
    .where('agencyId', '=', agencyId)
    .where('personId', '=', clientId)
    .where('endedAt', 'is', null)
    .execute()
  const parts = new Map<string, string>([
    ...(callerId === null ? [] : [[callerId, 'caller'] as const]),
    ...relatives.map(({ relativeId, guardian }) => [relativeId, guardian ? 'guardian' : 'family'] as const),
    [clientId, 'client'],
  ])
  tx.atLast(
    tx.db
      .insertInto('casePeople')
      .values([...parts].map(([personId, part]) => ({ agencyId, caseId, personId, part })))
      .execute(),
  )
}

/** Ties the inquiry to the case it became: its story is told there, and the case is open to whoever opens it. */
export async function tieInquiry(tx: Transaction, inquiryId: string, caseId: string) {
  tx.atLast(
    tx.db
      .updateTable('inquiries')
      .set({ caseId })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', inquiryId)
      .execute(),
  )
}
