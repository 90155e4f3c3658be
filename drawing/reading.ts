import { isPartialDate, type PartialDate } from './partial-date.ts'

/** What is wrong with what was given, where, and how to mend it: one sentence for whoever wrote it. */
export class DrawingProblem extends Error {
  override readonly name = 'DrawingProblem'
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const camelCase = (key: string) => key.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())

/** A code as people write it, `veryClose` or `Cut off`, in the manner of the lists: `very-close`, `cut-off`. */
export const codeFrom = (text: string): string =>
  text
    .trim()
    .replaceAll(/([a-z])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[\s_/-]+/gu, '-')

/** Reads the fields of one entry and knows where it stands, so that each complaint names the place. */
export class Entry {
  readonly place: string
  private readonly fields: Fields

  constructor(value: unknown, place: string) {
    if (!isFields(value)) throw new DrawingProblem(`${place} is not an object; write it as { … }.`)
    this.place = place
    this.fields = Object.fromEntries(Object.entries(value).map(([key, each]) => [camelCase(key), each]))
  }

  private at(key: string) {
    return `${this.place === '' ? '' : `${this.place}.`}${key}`
  }

  raw(key: string): unknown {
    return this.fields[key]
  }

  /** Complains about one field. */
  refuse(key: string, sentence: string): never {
    throw new DrawingProblem(`${this.at(key)}: ${sentence}`)
  }

  /** The entries of a list; none where it is left out. */
  list(key: string): Entry[] {
    return this.rawList(key).map((each, index) => new Entry(each, `${this.at(key)}[${index}]`))
  }

  rawList(key: string): readonly unknown[] {
    const value = this.fields[key] ?? []
    if (!Array.isArray(value)) this.refuse(key, 'is not a list; write it as [ … ].')
    return value
  }

  /** A name or number by which an entry is known; null where it is left out. */
  optionalId(key: string): string | null {
    const value = this.fields[key]
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string') this.refuse(key, 'is neither text nor a number; name the entry by its id.')
    return value
  }

  id(key: string): string {
    return this.optionalId(key) ?? this.refuse(key, 'is missing; give the id.')
  }

  text(key: string): string {
    const value = this.fields[key]
    if (value === undefined || value === null) return ''
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string') this.refuse(key, 'is not text; put it in quotation marks.')
    return value.trim()
  }

  date(key: string): PartialDate | null {
    const text = this.text(key)
    if (text === '') return null
    if (!isPartialDate(text)) this.refuse(key, `"${text}" is no date; write 1970, 1970-05 or 1970-05-01.`)
    return text
  }

  number(key: string): number | null {
    const value = this.fields[key]
    if (value === undefined || value === null || value === '') return null
    const number = typeof value === 'string' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number))
      this.refuse(key, 'is not a number; write it in digits or leave it out.')
    return number
  }

  flag(key: string): boolean {
    const value = this.fields[key]
    if (value === undefined || value === null) return false
    if (typeof value !== 'boolean') this.refuse(key, 'is neither true nor false.')
    return value
  }

  /** A code of a list, also by another word for it; what is left out is `otherwise`. */
  code<Code extends string>(
    key: string,
    codes: readonly Code[],
    words: Readonly<Record<string, Code>>,
    otherwise: Code,
  ): Code {
    const text = this.text(key)
    if (text === '') return otherwise
    const code = codeFrom(text)
    const found = codes.find((each) => each === code) ?? words[code]
    return found ?? this.refuse(key, `"${text}" is not known; write one of ${codes.join(', ')}.`)
  }
}

/** Whoever stands twice in a list, by whatever tells them apart. */
export function refuseTwice(entries: readonly Entry[], keyOf: (entry: Entry) => string, what: string) {
  const seen = new Map<string, string>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const first = seen.get(key)
    if (first !== undefined)
      throw new DrawingProblem(
        `${entry.place}: ${what} "${key}" stands in ${first} already; keep one of them.`,
      )
    seen.set(key, entry.place)
  }
}
