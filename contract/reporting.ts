import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import {
  caseSource,
  contactChannel,
  helpResult,
  intakeDecision,
  potentialClientKind,
  problemNature,
  serviceField,
} from '#contract/codes/index.ts'
import { ExportFormat } from '#contract/exports.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { Names } from '#contract/settings/names.ts'

/** A month of the calendar, 'YYYY-MM', by the agency's clock. */
export const Month = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/u)
  .meta({ examples: ['2026-03'] })
export type Month = z.infer<typeof Month>

/** What a month came to, as a file. */
export const MonthExportQuery = z.strictObject({ month: Month, format: ExportFormat, language: Language })
export type MonthExportQuery = z.infer<typeof MonthExportQuery>

export const CaseMovementsQuery = z.strictObject({ month: Month })

/** How many cases of one field of service one case manager opened and closed in a month; own fields count as their parent. */
export const CaseMovement = z.object({
  /** Null for cases that name no field. */
  field: serviceField.schema.nullable(),
  manager: WorkerRef,
  opened: z.int(),
  closed: z.int(),
})
export type CaseMovement = z.infer<typeof CaseMovement>

/**
 * Cases opened and closed in a month, by field of service and case manager, as far as the reader may see. A case
 * of two fields stands under both and counts once in the sums. A case that was opened again counts as closed when it was
 * closed last.
 */
export const CaseMovements = z.object({
  month: Month,
  opened: z.int(),
  closed: z.int(),
  rows: z.array(CaseMovement),
})
export type CaseMovements = z.infer<typeof CaseMovements>

export const ProblemNaturesQuery = z.strictObject({ month: Month })

/** How often problems of one nature were found at one site in a month; own natures count as their parent. */
export const ProblemNatureLine = z.object({
  /** Null for problems whose nature is not said. */
  nature: problemNature.schema.nullable(),
  /** Null is the agency as a whole. */
  site: z.object({ id: Id, name: Names }).nullable(),
  problems: z.int(),
  cases: z.int(),
  /** How many of them the client, and how many the worker, put first. */
  clientFirst: z.int(),
  workerFirst: z.int(),
})
export type ProblemNatureLine = z.infer<typeof ProblemNatureLine>

/**
 * The natures of the problems in the assessments that were signed in a month, by site, as far as the reader may see. Of a
 * case that was assessed twice the later one counts; a case with problems of two natures stands under both and counts once in
 * the sum. The site is the one at which the case was when the assessment was signed.
 */
export const ProblemNatures = z.object({
  month: Month,
  problems: z.int(),
  cases: z.int(),
  rows: z.array(ProblemNatureLine),
})
export type ProblemNatures = z.infer<typeof ProblemNatures>

export const FirstContactsQuery = z.strictObject({ month: Month })

/**
 * What a month brought to the desk, as far as the reader may see: first contacts by channel, by source and by what was
 * decided, what came of help that was sought before, and how many potential clients became clients.
 */
export const FirstContacts = z.object({
  month: Month,
  contacts: z.int(),
  emergencies: z.int(),
  outsideHours: z.int(),
  channels: z.array(z.object({ channel: contactChannel.schema, contacts: z.int(), outsideHours: z.int() })),
  /** Own sources count as their parent; null where none is said yet. */
  sources: z.array(
    z.object({ source: caseSource.schema.nullable(), contacts: z.int(), emergencies: z.int() }),
  ),
  /** Null where nothing is decided yet. */
  decisions: z.array(
    z.object({ decision: intakeDecision.schema.nullable(), contacts: z.int(), emergencies: z.int() }),
  ),
  /** Earlier attempts to find help that were told in these contacts, by what came of them; null where that is not said. */
  earlierHelp: z.array(
    z.object({ result: helpResult.schema.nullable(), attempts: z.int(), contacts: z.int() }),
  ),
  /** Whoever was a potential client at some time of the month, and who of them became a client in it. */
  potential: z.array(z.object({ kind: potentialClientKind.schema, people: z.int(), became: z.int() })),
})
export type FirstContacts = z.infer<typeof FirstContacts>
