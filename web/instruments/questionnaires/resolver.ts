import { type FieldErrors, type Resolver, set } from 'react-hook-form'
import {
  type Answers,
  type Occasion,
  type Questionnaire,
  settle,
  wrongAnswers,
} from '#contract/questionnaires/index.ts'
import { answersIn, fieldAt, type Values } from './filling.ts'

/**
 * How the form library asks what is wrong: as the server will, of the answers as they count. What was typed is given on,
 * for the server settles it by itself.
 */
export const resolverOf =
  (sheet: Questionnaire, occasion: Occasion): Resolver<Values, unknown, Answers> =>
  (values) => {
    const typed = answersIn(sheet.nodes, values)
    const wrong = wrongAnswers(sheet, settle(sheet, typed, occasion), occasion)
    if (wrong.length === 0) return { values: typed, errors: {} }
    const errors: FieldErrors<Values> = {}
    for (const { path, code, message } of wrong) set(errors, fieldAt(path), { type: code, message })
    return { values: {}, errors }
  }

/** One field that is wrong: of which kind, and what the questionnaire itself says to it. */
export type WrongField = Readonly<{ field: string; type: string; message: string }>

/** The fields that are wrong, in the order in which the questionnaire asks. */
export function wrongFields(errors: object, before = ''): WrongField[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    const field = `${before}${key}`
    if (typeof error !== 'object' || error === null) return []
    const type: unknown = Reflect.get(error, 'type')
    if (typeof type !== 'string') return wrongFields(error, `${field}.`)
    return [{ field, type, message: String(Reflect.get(error, 'message') ?? '') }]
  })
}
