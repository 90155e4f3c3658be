import { parse } from 'csv-parse/sync'
import { serviceField } from '#contract/codes/index.ts'
import type { LoadDivisions, ScreeningSheet, ScreeningView } from '#contract/case/screening.ts'
import { abilityFor, permit, type Transaction } from '#server/access/index.ts'
import { capacityOn, catchmentOn, refuseUnlessKnownCodes, scopeOn, sitesOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ageOn } from '#server/kernel/age.ts'
import { lookAtInquiry, saveInquiry } from '../inquiry/inquiry.repository.ts'
import { refuseUnlessStep, stepsFrom } from '../inquiry/inquiry.ts'
import { divisionsFrom, divisionsUnder, resolveDivision } from './divisions.ts'
import { inOrder, type Offer, screen } from './screening.ts'
import {
  howFull,
  knownDivisions,
  replaceDivisions,
  saveProblems,
  screeningSheet,
} from './screening.repository.ts'

/** Keeps where somebody lives, what they come for, and their problems with both ranks. */
export async function changeScreening(tx: Transaction, inquiryId: string, sheet: ScreeningSheet) {
  const inquiry = await lookAtInquiry(tx, inquiryId) // 404
  permit(tx.actor, 'inquiry.change') // 403
  refuseUnlessStep(inquiry, 'change') // 409
  const { residenceCode, wantedFields } = sheet
  await refuseUnlessKnownCodes(tx, serviceField, { wantedFields }) // 422
  await saveInquiry(tx, inquiry, { residenceCode, wantedFields: [...wantedFields] }) // 412
  saveProblems(tx, inquiryId, sheet.problems)
}

/** Compares a first contact with the agency and each of its sites, as they are today. */
export async function viewScreening(tx: Transaction, inquiryId: string): Promise<ScreeningView> {
  const inquiry = await lookAtInquiry(tx, inquiryId) // 404
  const { sheet, birthDate } = await screeningSheet(tx, inquiryId)
  const day = dayOf(tx.now)
  const { divisions } = await knownDivisions(tx, sheet.residenceCode.slice(0, 2))
  const residence = sheet.residenceCode === '' ? null : resolveDivision(divisions, sheet.residenceCode, day)
  const { openCases, waiting, mine } = await howFull(tx)
  const asking = {
    ...sheet,
    residence,
    age: birthDate === null ? null : ageOn(birthDate, day),
    openCases,
    waiting,
    worker: { level: tx.actor.level, openCases: mine },
  }
  const places = await offersOn(tx, day)
  const steps: readonly string[] = stepsFrom[inquiry.state]
  return {
    sheet,
    residence: residence && {
      names: [...residence.names],
      abolishedOn: residence.abolishedOn,
      now: [...residence.now],
    },
    order: inOrder(sheet.problems).map(({ id }) => id),
    places: places.map(({ siteId, names, offer }) => ({ siteId, names, flags: screen(asking, offer) })),
    version: inquiry.version,
    abilities: { change: abilityFor(tx.actor, 'inquiry.change', {}, steps.includes('change')) },
  }
}

/** What the agency as a whole offers on a day, and each of its sites. */
async function offersOn(tx: Transaction, day: string) {
  const offerOf = async (siteId: string | null): Promise<Offer> => ({
    scope: await scopeOn(tx, day, siteId),
    catchment: await catchmentOn(tx, day, siteId),
    capacity: await capacityOn(tx, day, siteId),
  })
  const places: { siteId: string | null; names: Record<string, string>; offer: Offer }[] = [
    { siteId: null, names: {}, offer: await offerOf(null) },
  ]
  for (const { id, name } of await sitesOn(tx, day))
    places.push({ siteId: id, names: { ...name }, offer: await offerOf(id) })
  return places
}

/** What lies directly under a code today, to choose from; abolished ones say until when they were. */
export async function listDivisions(tx: Transaction, under: string) {
  const { divisions, source } = await knownDivisions(tx, under.slice(0, 2))
  tx.saw({ kind: 'division-codes' })
  return {
    rows: divisionsUnder(divisions, under, dayOf(tx.now)).map(({ code, name, validUntil }) => ({
      code,
      name,
      validUntil,
    })),
    source: source ?? 'GB/T 2260',
  }
}

/** Takes a whole table of codes as CSV. With a row that cannot be taken nothing is, and each is told. */
export async function loadDivisions(tx: Transaction, { csv, source }: LoadDivisions) {
  permit(tx.actor, 'division.load') // 403
  const { divisions, problems } = divisionsFrom(rowsOf(csv))
  if (problems.length === 0 && divisions.length > 0) await replaceDivisions(tx, divisions, source)
  else tx.saw({ kind: 'division-codes' })
  return { taken: problems.length === 0 ? divisions.length : 0, refused: problems.map((one) => ({ ...one })) }
}

function rowsOf(csv: string): Record<string, string>[] {
  try {
    return parse(csv, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    })
  } catch {
    throw new Refusal('intake/not-a-table') // 422
  }
}
