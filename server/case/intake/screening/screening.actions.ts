import { serviceField } from '#contract/codes/index.ts'
import type { ScreeningSheet, ScreeningView } from '#contract/case/screening.ts'
import { abilityFor, permit, type Transaction } from '#server/access/index.ts'
import { capacityOn, catchmentOn, refuseUnlessKnownCodes, scopeOn, sitesOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { ageOn } from '#server/kernel/age.ts'
import { resolveDivision } from '../divisions/divisions.ts'
import { knownDivisions } from '../divisions/editions.repository.ts'
import { lookAtInquiry, saveInquiry } from '../inquiry/inquiry.repository.ts'
import { refuseUnlessStep, stepsFrom } from '../inquiry/inquiry.ts'
import { refuseProblemsBeforeNotice } from '../inquiry/notice-first.ts'
import { inOrder, type Offer, screen } from './screening.ts'
import { howFull, saveProblems, screeningSheet } from './screening.repository.ts'

/** Keeps where somebody lives, what they come for, and their problems with both ranks. */
export async function changeScreening(tx: Transaction, inquiryId: string, sheet: ScreeningSheet) {
  const inquiry = await lookAtInquiry(tx, inquiryId) // 404
  permit(tx.actor, 'inquiry.change') // 403
  refuseUnlessStep(inquiry, 'change') // 409
  const kept = await screeningSheet(tx, inquiryId)
  refuseProblemsBeforeNotice(inquiry, sheet.problems, kept.sheet.problems) // 422
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
