import type {
  AddSource,
  RecordCollectionContact,
  RecordFinding,
  SettleContradiction,
  TakeBackSource,
  TellNotice,
} from '#contract/case/evidence.ts'
import { collectionMethod, type SensitiveKind } from '#contract/codes/index.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { type CaseFile, isUnder14, lookToChange, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { consentsOf, coveredBy } from '#server/consent/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { viewGiversOf } from '../assessment.queries.ts'
import {
  isContradicted,
  refuseUnlessContradicted,
  refuseUnlessHeld,
  refuseUnlessLearned,
  sensitiveKindsOf,
  sourceToTakeBack,
} from './evidence.ts'
import {
  insertContact,
  insertFinding,
  insertNotice,
  insertSettlement,
  insertSource,
  isContactOf,
  isNoticeTold,
  lookAtFinding,
  saveFinding,
  saveTakenBack,
} from './evidence.repository.ts'

/** Where a finding stands: its case, and its own id. */
export type FindingPlace = Readonly<{ caseId: string; findingId: string }>

/** Looks at the case (404) in which something is collected, by whoever works on it (403), while it is open (409). */
async function lookToCollect(tx: Transaction, caseId: string): Promise<CaseFile> {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'evidence.record', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  return caseFile
}

/** The same where something new is collected: only after the notice was told. */
async function lookToCollectMore(tx: Transaction, caseId: string): Promise<CaseFile> {
  const caseFile = await lookToCollect(tx, caseId)
  await refuseUnlessTold(tx, caseId) // 409
  return caseFile
}

/** Nothing new is collected before the notice was told. */
async function refuseUnlessTold(tx: Transaction, caseId: string) {
  if (!(await isNoticeTold(tx, caseId))) throw new Refusal('evidence/notice-not-told')
}

/** Writes down that the notice and the limits of confidentiality were told, to the client or a guardian. */
export async function tellNotice(tx: Transaction, caseId: string, given: TellNotice) {
  const caseFile = await lookToCollect(tx, caseId) // 404, 403, 409
  const person = (await viewGiversOf(tx, caseFile)).find(({ id }) => id === given.personId)
  if (!person) throw gap('personId', 'evidence/not-client-or-guardian') // 422
  if (given.toldOn > dayOf(tx.now)) throw gap('toldOn', 'evidence/in-the-future') // 422
  await insertNotice(tx, caseId, given, person) // 409
  await tellStory(tx, { caseId }, 'notice-told', { part: person.part })
}

const gap = (path: string, code: 'evidence/not-client-or-guardian' | 'evidence/in-the-future') =>
  new Refusal(code, {}, [{ path, code }])

/** Writes a finding down with its first source. */
export async function recordFinding(tx: Transaction, caseId: string, given: RecordFinding) {
  const caseFile = await lookToCollectMore(tx, caseId) // 404, 403, 409
  refuseUnlessLearned(given.source, dayOf(tx.now), 'source.') // 422
  await refuseUnlessKnownCodes(tx, collectionMethod, { 'source.method': given.source.method }) // 422
  await refuseUnlessContact(tx, caseId, given.source.contactId, 'source.') // 422
  const sensitiveKinds = sensitiveKindsOf(given, await isUnder14(tx, caseFile.clientId))
  await insertFinding(tx, caseId, { ...given, sensitiveKinds }) // 409
}

/** Writes a further source down; one that says otherwise opens a contradiction. */
export async function addSource(tx: Transaction, { caseId, findingId }: FindingPlace, given: AddSource) {
  await lookToCollect(tx, caseId) // 404, 403, 409
  const finding = await lookAtFinding(tx, caseId, findingId) // 404
  await refuseUnlessTold(tx, caseId) // 409
  refuseUnlessLearned(given, dayOf(tx.now)) // 422
  await refuseUnlessKnownCodes(tx, collectionMethod, { method: given.method }) // 422
  await refuseUnlessContact(tx, caseId, given.contactId) // 422
  await insertSource(tx, finding, given) // 409
  const added = { id: given.id, stance: given.stance, recordedAt: tx.now, takenBackAt: null }
  const contradicted = finding.contradicted || isContradicted([...finding.sources, added], finding.settledAt)
  await saveFinding(tx, finding, contradicted)
  if (contradicted && !finding.contradicted) await tellStory(tx, { caseId }, 'finding-contradicted')
}

/** Settles the contradictions of a finding with a note; what is said later opens it anew. */
export async function settleContradiction(
  tx: Transaction,
  { caseId, findingId }: FindingPlace,
  { note }: SettleContradiction,
) {
  await lookToCollect(tx, caseId) // 404, 403, 409
  const finding = await lookAtFinding(tx, caseId, findingId) // 404
  refuseIfStale(tx, finding.version) // 412
  refuseUnlessContradicted(finding) // 409
  await insertSettlement(tx, finding, note)
  await saveFinding(tx, finding, false)
  await tellStory(tx, { caseId }, 'contradiction-settled')
}

/** Takes a source back that was written down in error; it stays, struck through, with the reason. */
export async function takeBackSource(
  tx: Transaction,
  { caseId, findingId }: FindingPlace,
  given: TakeBackSource,
) {
  await lookToCollect(tx, caseId) // 404, 403, 409
  const finding = await lookAtFinding(tx, caseId, findingId) // 404
  refuseIfStale(tx, finding.version) // 412
  const source = sourceToTakeBack(finding, given) // 422, 409
  await saveTakenBack(tx, source.id, given.reason)
  const left = finding.sources.filter(({ id }) => id !== source.id)
  await saveFinding(tx, finding, isContradicted(left, finding.settledAt))
}

/** Writes a visit or a consultation down. A professional to whom the client is named is asked only with consent. */
export async function recordContact(tx: Transaction, caseId: string, given: RecordCollectionContact) {
  const caseFile = await lookToCollectMore(tx, caseId) // 404, 403, 409
  refuseUnlessHeld(given, dayOf(tx.now)) // 422
  const sensitiveKinds = sensitiveKindsOf(given, await isUnder14(tx, caseFile.clientId))
  const contact = { ...given, sensitiveKinds, named: given.kind === 'consultation' && given.named }
  await insertContact(tx, caseId, contact, await consentsFor(tx, caseFile, contact)) // 422, 409
  await tellStory(tx, { caseId }, 'collection-contact-recorded', { contact: given.kind })
}

/** The consents that a consultation rests on; none where nobody was named. */
async function consentsFor(
  tx: Transaction,
  { clientId }: CaseFile,
  { named, receiverKind, met, sensitiveKinds }: RecordCollectionContact,
): Promise<readonly string[]> {
  if (!named || receiverKind === null) return []
  const { consents } = await consentsOf(tx, clientId)
  const { covered, by } = coveredBy(consents, {
    purpose: 'sharing',
    sections: ['assessment'],
    kinds: sensitiveKinds satisfies readonly SensitiveKind[],
    receiver: { kind: receiverKind, name: met },
    at: tx.now,
  })
  if (!covered)
    throw new Refusal('evidence/not-consented', {}, [{ path: 'met', code: 'evidence/not-consented' }])
  return by
}

async function refuseUnlessContact(tx: Transaction, caseId: string, contactId: string | null, path = '') {
  if (contactId === null || (await isContactOf(tx, caseId, contactId))) return
  const code = 'evidence/no-such-contact'
  throw new Refusal(code, {}, [{ path: `${path}contactId`, code }])
}
