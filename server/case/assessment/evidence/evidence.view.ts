import {
  type CollectionContactPage,
  CollectionContactView,
  EvidenceCover,
  FindingPage,
  type FindingQuery,
  FindingView,
} from '#contract/case/evidence.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase, needsToKnow } from '#server/case/lifecycle/index.ts'
import { viewGiversOf } from '../assessment.queries.ts'
import {
  type ContactRow,
  contactRow,
  contactRows,
  coverRow,
  type FindingRow,
  findingRow,
  findingRows,
  noticeRow,
  type Said,
  saidOf,
} from './evidence.queries.ts'

/** What was collected in a case as this reader sees it, and how complete the picture is. */
export async function viewFindings(
  tx: Transaction,
  caseId: string,
  query: FindingQuery,
): Promise<FindingPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await findingRows(tx, caseId, query)
  const said = await saidOf(
    tx,
    page.rows.map(({ id }) => id),
  )
  const notice = await viewNotice(tx, caseId)
  const record = abilityFor(tx.actor, 'evidence.record', caseFile, caseFile.state === 'open')
  return FindingPage.parse({
    rows: page.rows.map((row) => findingFrom(tx, caseFile, row, said)),
    next: page.next,
    cover: EvidenceCover.parse(await coverRow(tx, caseId)),
    notice,
    people: await viewGiversOf(tx, caseFile),
    abilities: { record: record === 'yes' && notice === null ? 'not-now' : record, tell: record },
  })
}

/** One finding as this reader sees it. */
export async function viewFinding(tx: Transaction, caseId: string, id: string): Promise<FindingView> {
  const caseFile = await lookAtCase(tx, caseId)
  return findingFrom(tx, caseFile, await findingRow(tx, caseId, id), await saidOf(tx, [id]))
}

/** The notice that was last told in a case; null while nobody was told anything. */
export async function viewNotice(tx: Transaction, caseId: string): Promise<FindingPage['notice']> {
  const row = await noticeRow(tx, caseId)
  return FindingPage.shape.notice.parse(
    row === undefined
      ? null
      : {
          ...row,
          to: { name: row.toldToName, part: row.toldTo },
          recordedBy: { id: row.recordedBy, name: row.recordedByName },
          recordedAt: row.recordedAt.toISOString(),
        },
  )
}

/** Whether what is of these kinds stays behind: it is sensitive, and this reader does not need to know it. */
const masksFor = ({ actor }: Transaction, { team }: CaseFile, kinds: readonly string[]) =>
  kinds.length > 0 && !needsToKnow(actor, team)

function findingFrom(tx: Transaction, caseFile: CaseFile, row: FindingRow, said: Said): FindingView {
  const masked = masksFor(tx, caseFile, row.sensitiveKinds)
  const shown = <T>(value: T) => (masked ? null : value)
  const able = (isTime: boolean) =>
    abilityFor(tx.actor, 'evidence.record', caseFile, isTime && caseFile.state === 'open')
  return FindingView.parse({
    ...row,
    masked,
    matter: shown(row.matter),
    sources: said.sources
      .filter(({ findingId }) => findingId === row.id)
      .map((source) => ({
        ...source,
        says: shown(source.says),
        saidByName: shown(source.saidByName),
        recordedBy: { id: source.recordedBy, name: source.recordedByName },
        recordedAt: source.recordedAt.toISOString(),
        takenBack: source.takenBackAt && {
          by: { id: source.takenBackBy, name: source.takenBackByName },
          at: source.takenBackAt.toISOString(),
          reason: shown(source.takenBackReason),
        },
      })),
    settlements: said.settlements
      .filter(({ findingId }) => findingId === row.id)
      .map((one) => ({
        note: shown(one.note),
        by: { id: one.settledBy, name: one.settledByName },
        at: one.settledAt.toISOString(),
      })),
    abilities: { add: able(true), settle: able(row.contradicted) },
  })
}

/** The visits and consultations of a case as this reader sees them. */
export async function viewContacts(
  tx: Transaction,
  caseId: string,
  query: PageQuery,
): Promise<CollectionContactPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await contactRows(tx, caseId, query)
  const record = abilityFor(tx.actor, 'evidence.record', caseFile, caseFile.state === 'open')
  return {
    rows: page.rows.map((row) => contactFrom(tx, caseFile, row)),
    next: page.next,
    abilities: { record },
  }
}

/** One visit or consultation as this reader sees it. */
export async function viewContact(tx: Transaction, caseId: string, id: string) {
  const caseFile = await lookAtCase(tx, caseId)
  return contactFrom(tx, caseFile, await contactRow(tx, caseId, id))
}

function contactFrom(tx: Transaction, caseFile: CaseFile, row: ContactRow): CollectionContactView {
  const masked = masksFor(tx, caseFile, row.sensitiveKinds)
  const shown = <T>(value: T) => (masked ? null : value)
  return CollectionContactView.parse({
    ...row,
    masked,
    met: shown(row.met),
    findings: shown(row.findings),
    question: shown(row.question),
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt.toISOString(),
  })
}
