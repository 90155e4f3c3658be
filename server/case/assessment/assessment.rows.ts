import type { Selectable } from 'kysely'
import { assessmentKind } from '#contract/codes/index.ts'
import {
  AssessmentSheet,
  AssessmentState,
  ClientView,
  Need,
  Problem,
  Strength,
} from '#contract/case/assessment.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Assessment } from './assessment.ts'

export type AssessmentRow = Selectable<Tables['assessments']>

/** The three lists of a sheet; each row of a list is a row of its own table. */
export type Lists = Pick<AssessmentSheet, 'problems' | 'needs' | 'strengths'>

/** The part of a sheet that stands in the row of the assessment itself. */
export type Fields = Omit<AssessmentSheet, keyof Lists>

type FurtherRow = Pick<
  Selectable<Tables['assessmentFurtherViews']>,
  'view' | 'text' | 'way' | 'givenBy' | 'givenAt' | 'language'
>

/** What was said to an assessment, as it is kept besides its own row. */
export type KeptViews = Readonly<{
  further: readonly FurtherRow[]
  corrections: readonly Readonly<{ line: string; says: string; givenBy: string }>[]
}>

/** An assessment out of its row and its lists. */
export const assessmentFrom = (row: AssessmentRow, lists: Lists, views: KeptViews): Assessment => ({
  id: row.id,
  caseId: row.caseId,
  kind: assessmentKind.schema.parse(row.kind),
  state: AssessmentState.parse(row.state),
  sheet: AssessmentSheet.parse({ ...pick(row, Object.keys(AssessmentSheet.shape)), ...lists }),
  authorId: row.authorId,
  signedBy: row.signedBy,
  signedAt: row.signedAt,
  cosignedBy: row.cosignedBy,
  clientView: clientViewFrom(row, views),
  furtherViews: views.further.map(({ givenBy, givenAt, ...said }) =>
    ClientView.parse({
      ...said,
      personId: givenBy,
      givenAt: givenAt.toISOString(),
      corrections: correctionsBy(views, givenBy),
    }),
  ),
  version: row.version,
})

const correctionsBy = ({ corrections }: KeptViews, person: string | null) =>
  corrections.filter(({ givenBy }) => givenBy === person).map(({ line, says }) => ({ line, says }))

function clientViewFrom(row: AssessmentRow, views: KeptViews): ClientView | null {
  if (row.clientView === null || row.clientViewAt === null) return null
  return ClientView.parse({
    view: row.clientView,
    text: row.clientViewText,
    way: row.clientViewWay,
    personId: row.clientViewBy,
    givenAt: row.clientViewAt.toISOString(),
    language: row.clientViewLanguage,
    corrections: correctionsBy(views, row.clientViewBy),
  })
}

export const problemFrom = (row: Selectable<Tables['problems']>): Problem =>
  Problem.parse(pick(row, Object.keys(Problem.shape)))

export const needFrom = (row: Selectable<Tables['needs']>): Need =>
  Need.parse(pick(row, Object.keys(Need.shape)))

export const strengthFrom = (row: Selectable<Tables['strengths']>): Strength =>
  Strength.parse(pick(row, Object.keys(Strength.shape)))

/** The sheet without its lists, ready to be set on the row. */
export function fieldsOf({
  problems: _problems,
  needs: _needs,
  strengths: _strengths,
  ...fields
}: AssessmentSheet): Fields {
  return fields
}

const pick = (row: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)))
