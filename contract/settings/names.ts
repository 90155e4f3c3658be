import { z } from 'zod'
import { type Language, languages } from '#contract/language.ts'
import { DraftLine } from '#contract/text.ts'

const says = (text: string) => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(text)

/** Something that an agency names itself: in all three languages, or in those it has words for; at least in one. */
export const Names = z
  .strictObject({ 'zh-CN': DraftLine(200), en: DraftLine(200), ru: DraftLine(200) })
  .superRefine((names, context) => {
    if (!languages.some((language) => says(names[language])))
      context.addIssue({ code: 'custom', message: 'text/blank', path: ['zh-CN'] })
  })
export type Names = z.infer<typeof Names>

/** The same where nothing need be said, such as a word of help. */
export const Words = z.strictObject({ 'zh-CN': DraftLine(1_000), en: DraftLine(1_000), ru: DraftLine(1_000) })
export type Words = z.infer<typeof Words>

/** The name in one language; where the agency has none in it, the first that it has. */
export function nameIn(names: Names | Words, language: Language): string {
  const order = [language, ...languages]
  return order.map((each) => names[each]).find(says) ?? ''
}
