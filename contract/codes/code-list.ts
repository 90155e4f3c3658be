import { z } from 'zod'
import type { Language, Wording } from '#contract/language.ts'

/**
 * What an agency may do with a list: word its codes otherwise and put them in an order of its own (`words`), also
 * no longer offer some of them (`choice`), also add codes of its own under them (`own`).
 */
export type Freedom = 'words' | 'choice' | 'own'

/** On what terms an agency changes a list. */
export type AgencyTerms<Code extends string> = Readonly<{
  /** The name under which the list is exported. */
  name: string
  freedom: Freedom
  /** Codes that are always offered, because a rule of the product rests on them. */
  always?: readonly Code[]
}>

/**
 * A closed list of codes with a label for people. The code is stored and sent;
 * the label is only ever shown, and may be reworded without touching records.
 */
export type CodeList<Code extends string> = {
  /** Accepts exactly the codes of the list. */
  readonly schema: z.ZodEnum<{ [K in Code]: K }>
  /** In the order in which people should meet them. */
  readonly codes: readonly Code[]
  readonly labels: Readonly<Record<Code, Wording>>
  readonly label: (code: Code, language: Language) => string
  /** Absent where the list is the product's alone: states, stages, levels and whatever rules rest on. */
  readonly agency?: AgencyTerms<Code>
}

/** The union of codes: `type Role = CodeOf<typeof role>`. */
export type CodeOf<List extends { readonly codes: readonly string[] }> = List['codes'][number]

/** Builds a list from `code: wording`; the order of writing is the order of showing. */
export function codeList<const Code extends string>(
  labels: Readonly<Record<Code, Wording>>,
  agency?: AgencyTerms<NoInfer<Code>>,
): CodeList<Code> {
  const codes = Object.keys(labels) as Code[]
  return {
    schema: z.enum(codes),
    codes,
    labels,
    label: (code, language) => labels[code][language],
    ...(agency ? { agency } : {}),
  }
}
