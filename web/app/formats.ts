import type { Language } from '#contract/language.ts'
import { formatWords } from './formats.words.ts'
import { wordsIn } from './words.ts'

/** YYYY-MM-DD as a moment at midnight in Greenwich, so that no time zone can move the day. */
const asUtc = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`)

/** Whole days from one date to another (both YYYY-MM-DD); negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((asUtc(to) - asUtc(from)) / 86_400_000)

/** Completed years of life on a date; both YYYY-MM-DD. Someone born on 29 February ages on 1 March in other years. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years
}

/** What is made when it is first asked for, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/** How this language writes dates, moments, numbers and lists. `today` is YYYY-MM-DD on this device. */
export function formatsIn(language: Language, today: () => string) {
  const t = wordsIn(formatWords, language)
  // Each is made when a page first writes with it: together they cost a telephone a tenth of a second before anything is drawn.
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, options))
  const dates = dateFormat({ dateStyle: 'long', timeZone: 'UTC' })
  const shortDates = dateFormat({ month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
  const moments = dateFormat({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
  const months = dateFormat({ year: 'numeric', month: 'long', timeZone: 'UTC' })
  const times = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const numbers = once(() => new Intl.NumberFormat(language))
  const shares = once(() => new Intl.NumberFormat(language, { style: 'percent' }))
  const lists = once(() => new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }))
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
  const order = language === 'zh-CN' ? 'zh-CN-u-co-pinyin' : language
  const collator = once(() => new Intl.Collator(order, { numeric: true }))

  return {
    /** A date, YYYY-MM-DD → "21 November 2026". */
    date: (date: string) => dates().format(asUtc(date)),
    /** A date near today → "Sat, Nov 21". */
    shortDate: (date: string) => shortDates().format(asUtc(date)),
    /** A month, YYYY-MM → "November 2026". */
    month: (month: string) => months().format(asUtc(`${month}-01`)),
    /** An ISO moment → date and time on this device. */
    moment: (iso: string) => moments().format(new Date(iso)),
    /** The time of day of an ISO moment → "14:32". */
    time: (iso: string) => times().format(new Date(iso)),
    /** A date seen from today → "yesterday", "today", "in 3 days". */
    relativeDay: (date: string) => relative().format(daysBetween(today(), date), 'day'),
    /** A deadline seen from today → "due today", "in 3 days", "2 days late". */
    dueDay: (date: string) => {
      const days = daysBetween(today(), date)
      return days < 0
        ? t('late', { count: -days })
        : days === 0
          ? t('dueToday')
          : relative().format(days, 'day')
    },
    share: (part: number, whole: number) => shares().format(whole === 0 ? 0 : part / whole),
    number: (number: number) => numbers().format(number),
    /** "a, b and c". */
    list: (items: readonly string[]) => lists().format(items),
    /** Labels as one sentence: those after the first begin small, acronyms aside. */
    phrases: (labels: readonly string[]) =>
      lists().format(
        labels.map((label, place) =>
          place === 0
            ? label
            : label.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLocaleLowerCase(language)),
        ),
      ),
    /** Order for `toSorted`: Chinese by pinyin, others by alphabet; digits by value. */
    compare: (one: string, other: string) => collator().compare(one, other),
    /** Age today → "11 years old". */
    age: (birthDate: string) => t('age', { count: ageOn(birthDate, today()) }),
  }
}

/** Dates, numbers and order as one language writes them. */
export type Formats = ReturnType<typeof formatsIn>
