import type { Selectable } from 'kysely'
import { HelpAttempt, InquirySheet, PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'

export type InquiryRow = Selectable<Tables['inquiries']>

/** The sheet inside a row: exactly the contract's fields, checked. */
export const sheetFrom = (row: InquiryRow) => InquirySheet.parse(pick(row, Object.keys(InquirySheet.shape)))

/** The five questions inside a row, with the attempts to find help from their own table. */
export const preliminaryFrom = (
  row: Selectable<Tables['preliminaryAssessments']>,
  earlierHelp: readonly HelpAttempt[],
) =>
  PreliminaryAssessmentSheet.parse({
    ...pick(row, Object.keys(PreliminaryAssessmentSheet.shape)),
    earlierHelp,
  })

export const helpAttemptFrom = (row: Selectable<Tables['helpAttempts']>) =>
  HelpAttempt.parse(pick(row, Object.keys(HelpAttempt.shape)))

/** A preliminary assessment that nobody has begun. */
export const emptyPreliminary = PreliminaryAssessmentSheet.parse({
  willingness: null,
  willingnessNote: '',
  problems: '',
  howItArose: '',
  expectation: '',
  soughtHelpBefore: null,
  earlierHelp: [],
  ownEfforts: '',
  agencyResources: null,
  workerAbility: null,
  reconcilable: null,
  reconcilableNote: '',
  inScope: null,
  inArea: null,
  hasCapacity: null,
  fitNote: '',
  riskLevel: null,
})

const pick = (row: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)))
