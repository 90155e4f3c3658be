import type { WorkflowTemplate } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { CaseNumber, DeadlineRule, Field, OwnRecord } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { ofSiteOrAgency } from './settings-in-force.queries.ts'
import { inForce } from './settings.repository.ts'

/** By which template a case that is opened on a day goes: that of its site, else that of the agency. */
export const templateOn = async (
  tx: Transaction,
  day: Day,
  siteId: string | null,
): Promise<WorkflowTemplate> => {
  const own = (await ofSiteOrAgency(tx, 'workflow', day, siteId))?.template
  // A site that went back to the agency's order has a sheet that names none.
  return own ?? (siteId === null ? 'standard' : templateOn(tx, day, null))
}

/** What is asked or set in every case, or in cases of this template. */
const isFor =
  (template: WorkflowTemplate) =>
  ({ template: only }: Readonly<{ template: WorkflowTemplate | null }>) =>
    only === null || only === template

/** The pattern of case numbers on a day; null where the agency keeps to the product's own. */
export async function caseNumberOn(tx: Transaction, day: Day): Promise<CaseNumber | null> {
  const [own] = await inForce(tx, 'case-number', day, [''])
  return own?.sheet ?? null
}

/** A field of the agency in the version that is in force. */
export type FieldInForce = Readonly<{ id: string; ordinal: number }> & Field

/** The agency's own fields of a record of such a case on a day, in their order; those that were retired are left out. */
export async function fieldsOn(
  tx: Transaction,
  day: Day,
  { record, template }: Readonly<{ record: OwnRecord; template: WorkflowTemplate }>,
): Promise<readonly FieldInForce[]> {
  const fields = await inForce(tx, 'field', day)
  return fields
    .map(({ subject: id, ordinal, sheet }) => ({ id, ordinal, ...sheet }))
    .filter((field) => field.record === record && !field.retired)
    .filter(isFor(template))
    .toSorted((one, other) => one.order - other.order || one.id.localeCompare(other.id))
}

/** The agency's own deadline rules for such a case on a day. */
export async function rulesOn(
  tx: Transaction,
  day: Day,
  template: WorkflowTemplate,
): Promise<readonly (DeadlineRule & { id: string })[]> {
  const rules = await inForce(tx, 'deadline-rule', day)
  return rules
    .map(({ subject: id, sheet }) => ({ id, ...sheet }))
    .filter(({ retired }) => !retired)
    .filter(isFor(template))
}
