import type { Language } from '#contract/language.ts'
import { formatWords } from './formats.words.ts'
import { numberIn, wordsIn } from './words.ts'

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

const nearest = 2
const twoDigits = (number: number) => String(number).padStart(2, '0')

const localDay = (at: Date) =>
  `${String(at.getFullYear()).padStart(4, '0')}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`

/** A date, YYYY-MM-DD, taken apart; months and weekdays are counted from 0, the week from Sunday. */
function partsOf(date: string) {
  const moment = new Date(asUtc(date))
  if (Number.isNaN(moment.getTime())) throw new RangeError('This is no date')
  return {
    year: String(moment.getUTCFullYear()),
    month: moment.getUTCMonth(),
    day: String(moment.getUTCDate()),
    weekday: moment.getUTCDay(),
  }
}

/** What is made when it is first asked for, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/**
 * How this language writes days and moments: in words of our own, the same as the browser's. Its own formats take a telephone longer
 * to begin with than to draw a page.
 */
function daysIn(language: Language, today: () => string) {
  const t = wordsIn(formatWords, language)
  const name = (row: 'months' | 'monthsAlone' | 'monthsShort' | 'weekdays' | 'nearDays', place: number) =>
    t(row).split(' ')[place] ?? ''
  const date = (text: string) => {
    const { year, month, day } = partsOf(text)
    return t('date', { year, month: name('months', month), day })
  }
  const time = (iso: string) => {
    const at = new Date(iso)
    return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
  }
  return {
    date,
    time,
    shortDate: (text: string) => {
      const { month, day, weekday } = partsOf(text)
      return t('shortDate', { weekday: name('weekdays', weekday), month: name('monthsShort', month), day })
    },
    month: (text: string) => {
      const { year, month } = partsOf(`${text}-01`)
      return t('month', { year, month: name('monthsAlone', month) })
    },
    moment: (iso: string) => t('moment', { date: date(localDay(new Date(iso))), time: time(iso) }),
    relativeDay: (text: string) => {
      const days = daysBetween(today(), text)
      const near = Math.abs(days) <= nearest ? name('nearDays', days + nearest) : '-'
      if (near !== '-') return near
      return t(days < 0 ? 'daysAgo' : 'inDays', { count: Math.abs(days) })
    },
  }
}

/** "a, b and c", as the browser would write it, in words of our own for the same reason. */
function listIn(language: Language, items: readonly string[]): string {
  const t = wordsIn(formatWords, language)
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  const before = items.slice(0, -1).join(t('listComma'))
  return t(items.length === 2 ? 'listOfTwo' : 'listEnd', { before, last })
}

/** How this language writes dates, moments, numbers and lists. `today` is YYYY-MM-DD on this device. */
export function formatsIn(language: Language, today: () => string) {
  const t = wordsIn(formatWords, language)
  const written = daysIn(language, today)
  const shares = once(() => new Intl.NumberFormat(language, { style: 'percent' }))
  const order = language === 'zh-CN' ? 'zh-CN-u-co-pinyin' : language
  const collator = once(() => new Intl.Collator(order, { numeric: true }))

  return {
    /** A date, YYYY-MM-DD → "21 November 2026". */
    date: written.date,
    /** A date near today → "Sat, Nov 21". */
    shortDate: written.shortDate,
    /** A month, YYYY-MM → "November 2026". */
    month: written.month,
    /** An ISO moment → date and time on this device. */
    moment: written.moment,
    /** The time of day of an ISO moment → "14:32". */
    time: written.time,
    /** A date seen from today → "yesterday", "today", "in 3 days". */
    relativeDay: written.relativeDay,
    /** A deadline seen from today → "due today", "in 3 days", "2 days late". */
    dueDay: (date: string) => {
      const days = daysBetween(today(), date)
      return days < 0 ? t('late', { count: -days }) : days === 0 ? t('dueToday') : written.relativeDay(date)
    },
    share: (part: number, whole: number) => shares().format(whole === 0 ? 0 : part / whole),
    number: (number: number) => numberIn(number, language),
    /** "a, b and c". */
    list: (items: readonly string[]) => listIn(language, items),
    /** Labels as one sentence: those after the first begin small, acronyms aside. */
    phrases: (labels: readonly string[]) =>
      listIn(
        language,
        labels.map((label, place) =>
          place === 0 ? label : label.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLowerCase()),
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
