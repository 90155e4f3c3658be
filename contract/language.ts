import { z } from 'zod'

/** The languages in which every visible word exists, as BCP 47 tags. */
export const languages = ['zh-CN', 'en', 'ru'] as const

export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** One wording, complete in every language. */
export type Wording = Readonly<Record<Language, string>>
