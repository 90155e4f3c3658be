import { type Asked, type HelpNow, type LinkPaper, PlainSheet } from '#contract/client-links.ts'
import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/names.ts'
import type { Transaction } from '#server/access/index.ts'
import { sitesOn } from '#server/agencies/index.ts'
import { type Assessment, lookAtAssessment, refuseUnlessMaySpeak } from '#server/case/assessment/index.ts'
import { emergencyNumbersOf } from '#server/case/intake/web-form/index.ts'
import {
  birthDateOf,
  findInstrument,
  lookAtEdition,
  refuseUnlessGivable,
  refuseUnlessInUse,
} from '#server/instruments/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Whom a paper is for, and in which case. */
export type PaperPlace = Readonly<{
  caseId: string
  clientId: string
  clientName: string
  receiverId: string
  language: Language
  /** The record that an answer becomes. */
  answerId: string
}>

/** What a link shows, which record it is about, and which scale or questionnaire it asks. */
export type Laid = Readonly<{ paper: LinkPaper; subjectId: string; about: string }>

/** Takes from the case what is asked, and refuses what cannot be asked of this receiver now (409, 422). */
export async function paperFor(tx: Transaction, asked: Asked, place: PaperPlace): Promise<Laid> {
  const { purpose } = asked
  if (purpose === 'confirmation') {
    const assessment = await assessmentAsked(tx, place.caseId, asked.assessmentId) // 422
    refuseUnlessMaySpeak(assessment, place.receiverId) // 409
    const sheet = PlainSheet.parse(assessment.sheet)
    return { paper: { purpose, clientName: place.clientName, sheet }, subjectId: assessment.id, about: '' }
  }
  if (purpose === 'scale') {
    const found = await findInstrument(tx, asked.instrument, asked.instrumentVersion)
    const giving = { informant: asked.informant, language: place.language, answeredOn: dayOf(tx.now) }
    const instrument = refuseUnlessGivable(found, giving, await birthDateOf(tx, place.clientId)) // 422
    const paper = { purpose, instrument, informant: asked.informant }
    return { paper, subjectId: place.answerId, about: instrument.id }
  }
  const { questionnaireId, questionnaireVersion } = asked
  const edition = await lookAtEdition(tx, questionnaireId, questionnaireVersion) // 422
  refuseUnlessInUse(edition) // 409
  const { sheet } = edition
  return {
    paper: { purpose, questionnaireId, questionnaireVersion, sheet },
    subjectId: place.answerId,
    about: sheet.title,
  }
}

/** The assessment that a body names; one that is not of this case is no assessment to confirm. */
async function assessmentAsked(tx: Transaction, caseId: string, id: string): Promise<Assessment> {
  try {
    return await lookAtAssessment(tx, caseId, id)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error
    const code = 'client-links/no-such-assessment'
    throw new Refusal(code, {}, [{ path: 'asked.assessmentId', code }])
  }
}

/** Where help is to be had at once, as the agency says it today: its emergency numbers, and the telephones of its sites. */
export async function helpNow(tx: Transaction, language: Language): Promise<HelpNow> {
  const sites = await sitesOn(tx, dayOf(tx.now))
  return {
    emergencyNumbers: await emergencyNumbersOf(tx),
    phones: sites.flatMap(({ name, phone }) =>
      phone.trim() === '' ? [] : [{ name: nameIn(name, language), phone }],
    ),
  }
}
