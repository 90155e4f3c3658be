import type { Language } from '#contract/language.ts'

/** Wordings that depend on a count; chosen by the language's plural rules. `other` is always there. */
export type Plural = { one?: string; few?: string; many?: string; other: string }

/** One visible wording: plain text with `{name}` places, or a plural chosen by the value `count`. */
export type Entry = string | Plural
export type Entries = Readonly<Record<string, Entry>>

/** The wordings of one part of the product, complete in three languages, and which of them are glossary terms. */
export type Words<Zh extends Entries> = {
  readonly languages: {
    readonly 'zh-CN': Zh
    readonly en: SameKeys<NoInfer<Zh>>
    readonly ru: SameKeys<NoInfer<Zh>>
  }
  /** Word key → key in the glossary; a test holds the two together. */
  readonly terms: Readonly<Partial<Record<keyof NoInfer<Zh>, string>>>
}

type SameKeys<Zh> = { readonly [Key in keyof Zh]: Entry }

/** Declares wordings. A key missing in one language, or one too many, does not compile. */
export function defineWords<const Zh extends Entries>(
  languages: Words<Zh>['languages'],
  terms: Partial<Record<keyof NoInfer<Zh>, string>> = {},
): Words<Zh> {
  return { languages, terms }
}

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type NamesOf<Wording> = Wording extends string
  ? NamesIn<Wording>
  : Wording extends { other: infer Text }
    ? 'count' | NamesIn<Text>
    : never
type ValuesFor<Wording> = [NamesOf<Wording>] extends [never]
  ? []
  : [values: Readonly<Record<NamesOf<Wording>, string | number>>]

/** Says a word: `t('greeting', { name })`. What the wording's places need is checked by type. */
export type Say<Zh extends Entries> = <Key extends keyof Zh>(
  key: Key,
  ...values: ValuesFor<Zh[Key]>
) => string

/** The words of one part in one language. */
export function wordsIn<Zh extends Entries>(words: Words<Zh>, language: Language): Say<Zh> {
  const entries: Readonly<Record<keyof Zh, Entry>> = words.languages[language]
  return (key, ...[values]) => fill(entries[key], values ?? {}, language)
}

/** What belongs to a language, made once: the browser takes longer to make it than to write a whole page with it. */
function madeOnce<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const made = new Map<Language, Made>()
  return (language) => {
    const kept = made.get(language) ?? make(language)
    made.set(language, kept)
    return kept
  }
}

const numbersIn = madeOnce((language) => new Intl.NumberFormat(language))
const grouped = 1000

/**
 * A number as a language writes it. What has no groups and no fraction looks the same in all of ours, and is written without the
 * browser's formats, whose first use costs a telephone a tenth of a second.
 */
export const numberIn = (number: number, language: Language): string =>
  Number.isInteger(number) && number >= 0 && number < grouped
    ? String(number)
    : numbersIn(language).format(number)

/** The plural form for a count, by the rules of CLDR; a fraction is `other`. */
export function pluralIn(count: number, language: Language): 'one' | 'few' | 'many' | 'other' {
  if (language === 'zh-CN' || !Number.isInteger(count)) return 'other'
  const size = Math.abs(count)
  if (language === 'en') return size === 1 ? 'one' : 'other'
  const [last, lastTwo] = [size % 10, size % 100]
  if (lastTwo >= 11 && lastTwo <= 14) return 'many'
  if (last === 1) return 'one'
  return last >= 2 && last <= 4 ? 'few' : 'many'
}

/** Chooses the plural form by `values.count` and puts values in their places; numbers are written as the language does. */
export function fill(
  entry: Entry,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const text = typeof entry === 'string' ? entry : pluralForm(entry, Number(values['count']), language)
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? numberIn(value, language) : value
  })
}

function pluralForm(entry: Plural, count: number, language: Language): string {
  return entry[pluralIn(count, language)] ?? entry.other
}

/** The names of the places in an entry, sorted; a plural counts its `other` form. */
export function placesIn(entry: Entry): string[] {
  const text = typeof entry === 'string' ? entry : `{count}${entry.other}`
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].toSorted()
}
