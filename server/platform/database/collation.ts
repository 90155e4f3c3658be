import { type RawBuilder, sql } from 'kysely'
import type { Language } from '#contract/language.ts'

/** How names stand in order in each language: Chinese by pinyin. The default order of the database is by code point. */
const collations = {
  'zh-CN': '"zh-Hans-x-icu"',
  en: '"en-x-icu"',
  ru: '"ru-x-icu"',
} as const satisfies Record<Language, string>

/** A column as the readers of this language sort it, for `order by` and for the comparison of a keyset page alike. */
export const inOrderOf = (language: Language, column: string): RawBuilder<string> =>
  sql<string>`${sql.ref(column)} collate ${sql.raw(collations[language])}`
