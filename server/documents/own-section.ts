import type { OwnAnswer, OwnField } from '#contract/case/own-fields.ts'
import type { FormSheet, SheetFact } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/index.ts'
import { ownAnswerText, type SealedAnswers } from '#server/case/own-fields/index.ts'
import { beforeSigning } from './before-signing.ts'
import { words } from './words.ts'

/** The agency's own fields as a section of a form, before the place to sign; a form without any stays as it is. */
export function withOwnFields(sheet: FormSheet, own: readonly SealedAnswers[]): FormSheet {
  const { language } = sheet
  const facts = own.flatMap(({ fields, answers }, place) =>
    fields.map((field) => factOf(field, answers[field.id] ?? null, { language, place })),
  )
  if (facts.length === 0) return sheet
  return beforeSigning(sheet, {
    key: 'own-fields',
    title: words.ownFields[language],
    newPage: false,
    blocks: [{ kind: 'facts', rows: facts.map((fact) => [fact]) }],
  })
}

type Where = Readonly<{ language: Language; place: number }>

const factOf = (field: OwnField, answer: OwnAnswer, { language, place }: Where): SheetFact => ({
  key: `own-${place}-${field.id}`,
  label: nameIn(field.label, language),
  value: ownAnswerText(field, answer, language),
  tall: field.type === 'long-text',
})
