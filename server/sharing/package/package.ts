import type { FileSection, PackageLine } from '#contract/codes/index.ts'
import type { PackageRow, PackageSection, PackageValue } from '#contract/sharing.ts'

/** A code with its list, as the forms of the case file hold it. */
type Coded = Readonly<{ list: string; code: string; note?: string }>
type Value = Coded | string | null

/** What is known of somebody at the moment of sharing, section by section; only what is signed, and of a first contact what was shared with the caller. */
export type Known = Readonly<{
  identity: Readonly<{ name: string; sex: string; birth: string | null; language: string }>
  contact: Readonly<{ phone: string; address: string; safeContact: string }>
  family: readonly Readonly<{ name: string; relation: Value; guardian: boolean }>[]
  firstContact: Readonly<{
    receivedOn: string
    trouble: string
    origin: string
    expectation: string
    efforts: string
    problems: string
  }> | null
  interview: Readonly<{ heldOn: string | null; expectations: string; agreed: string }> | null
  assessment: Readonly<{
    summary: string
    problems: readonly string[]
    needs: readonly string[]
    strengths: readonly string[]
  }> | null
  plan: Readonly<{ strategy: string; goals: readonly string[] }> | null
  records: readonly Readonly<{ on: string | null; words: string }>[]
  evaluation: Readonly<{ outcomes: readonly string[] }> | null
  closing: Readonly<{ outcome: string; future: string }> | null
  attachments: readonly string[]
}>

const isEmpty = (text: string | null) => text === null || !/\S/u.test(text)

function valueOf(value: Value): PackageValue[] {
  if (value === null) return []
  if (typeof value === 'string') return isEmpty(value) ? [] : [{ kind: 'text', text: value }]
  const note = value.note === undefined || isEmpty(value.note) ? [] : valueOf(value.note)
  return [{ kind: 'code', list: value.list, code: value.code }, ...note]
}

const date = (text: string | null): PackageValue[] => (text === null ? [] : [{ kind: 'date', date: text }])

/** A line, or none where there is nothing to say. */
const row = (line: PackageLine, ...values: readonly (readonly PackageValue[])[]): PackageRow[] => {
  const said = values.flat()
  return said.length === 0 ? [] : [{ line, values: said }]
}

const rowEach = (line: PackageLine, texts: readonly string[]) =>
  texts.flatMap((text) => row(line, valueOf(text)))

/** What each section of the case file holds of somebody. */
const rowsOf: Readonly<Record<FileSection, (known: Known) => PackageRow[]>> = {
  identity: ({ identity }) => [
    ...row('name', valueOf(identity.name)),
    ...row('sex', valueOf({ list: 'sex', code: identity.sex })),
    ...row('birth', date(identity.birth)),
    ...row('language', valueOf(identity.language)),
  ],
  contact: ({ contact }) => [
    ...row('phone', valueOf(contact.phone)),
    ...row('address', valueOf(contact.address)),
    ...row('safe-contact', valueOf(contact.safeContact)),
  ],
  family: ({ family }) =>
    family.flatMap(({ name, relation, guardian }) =>
      row(guardian ? 'guardian' : 'relative', valueOf(name), valueOf(relation)),
    ),
  'first-contact': ({ firstContact }) =>
    firstContact === null
      ? []
      : [
          ...row('received-on', date(firstContact.receivedOn)),
          ...row('trouble', valueOf(firstContact.trouble)),
          ...row('origin', valueOf(firstContact.origin)),
          ...row('expectation', valueOf(firstContact.expectation)),
          ...row('efforts', valueOf(firstContact.efforts)),
        ],
  interviews: ({ interview }) =>
    interview === null
      ? []
      : [
          ...row('interview', date(interview.heldOn)),
          ...row('expectation', valueOf(interview.expectations)),
          ...row('agreed', valueOf(interview.agreed)),
        ],
  // Before there is a case, the preliminary assessment is what was assessed.
  assessment: ({ assessment, firstContact }) =>
    assessment === null
      ? row('problem', valueOf(firstContact?.problems ?? null))
      : [
          ...row('summary', valueOf(assessment.summary)),
          ...rowEach('problem', assessment.problems),
          ...rowEach('need', assessment.needs),
          ...rowEach('strength', assessment.strengths),
        ],
  plan: ({ plan }) =>
    plan === null ? [] : [...rowEach('goal', plan.goals), ...row('strategy', valueOf(plan.strategy))],
  'process-records': ({ records }) =>
    records.flatMap(({ on, words }) => row('contact', date(on), valueOf(words))),
  evaluation: ({ evaluation }) => (evaluation === null ? [] : rowEach('outcome', evaluation.outcomes)),
  closing: ({ closing }) =>
    closing === null
      ? []
      : [...row('outcome', valueOf(closing.outcome)), ...row('future', valueOf(closing.future))],
  attachments: ({ attachments }) => rowEach('file', attachments),
}

/**
 * The sections that leave: those that were ticked, without those that no consent covers, in the order of the case file
 * . What is not named here is not in it, whatever else is known.
 */
export function sharedSections(
  known: Known,
  ticked: readonly FileSection[],
  notConsented: readonly FileSection[],
): PackageSection[] {
  const shared = new Set(ticked.filter((section) => !notConsented.includes(section)))
  return Object.entries(rowsOf)
    .map(([section, rows]) => ({ section: section as FileSection, rows }))
    .filter(({ section }) => shared.has(section))
    .map(({ section, rows }) => ({ section, rows: rows(known) }))
}
