import type { Language } from '#contract/language.ts'
import type { Coded, Period } from './case-facts.ts'
import { localParts, wordDate, wordMoment, wordPeriod } from './dates.ts'
import type { Wording } from './form.ts'
import { fill, words } from './words.ts'

/** The words of a code in a language; the code lists belong to the caller. */
export type LabelOfCode = (list: string, code: string, language: Language, at?: string) => string

/** What is needed to put values into words. */
export type Speech = {
  readonly language: Language
  readonly timeZone: string
  readonly label: LabelOfCode
}

/** Puts any value of the case facts into words. Nothing becomes the empty string, never "undefined". */
export function wordValue(value: unknown, as: Wording | undefined, speech: Speech): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return (value ? words.yes : words.no)[speech.language]
  if (typeof value === 'number') return wordNumber(value, as, speech.language)
  if (typeof value === 'string') return wordText(value, as, speech)
  if (Array.isArray(value)) return wordAll(value, as, speech)
  if (isCoded(value)) return wordCode(value, speech)
  if (isPeriod(value)) return wordSpan(value, as, speech)
  throw new TypeError('A form can print text, numbers, codes and periods only')
}

/** Text fit for paper: line ends made one, and what neither XML nor PDF can hold taken out. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(loneSurrogate, '\uFFFD').replace(notForPaper, '')
}

const loneSurrogate = /\p{Cs}/gu
// Control characters but tab and line feed, and the two non-characters XML forbids.
const notForPaper = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu

function wordNumber(value: number, as: Wording | undefined, language: Language): string {
  const signDisplay = as === 'level' ? 'exceptZero' : 'auto'
  const worded = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay }).format(value)
  return worded.replace('-', '−')
}

function wordText(value: string, as: Wording | undefined, { language, timeZone }: Speech): string {
  if (as === 'date') return wordDate(localParts(value, timeZone).date, language)
  if (as === 'moment') return wordMoment(value, language, timeZone)
  return printable(value).trim()
}

function wordAll(values: readonly unknown[], as: Wording | undefined, speech: Speech): string {
  return values
    .map((value) => wordValue(value, as, speech))
    .filter((worded) => worded !== '')
    .join(words.between[speech.language])
}

function wordCode({ list, code, note, at }: Coded, { label, language }: Speech): string {
  const text = printable(label(list, code, language, at))
  return note ? fill(words.aside[language], { text, note: printable(note) }) : text
}

function wordSpan(period: Period, as: Wording | undefined, speech: Speech): string {
  return wordPeriod(
    period,
    (value) => wordText(value, as, speech),
    (value) => (as === 'moment' ? localParts(value, speech.timeZone) : { date: value, clock: '' }),
  )
}

const isCoded = (value: object): value is Coded => 'list' in value && 'code' in value
const isPeriod = (value: object): value is Period => 'from' in value && 'until' in value
