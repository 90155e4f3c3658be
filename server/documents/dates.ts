import type { Language } from '#contract/language.ts'
import type { Period } from './case-facts.ts'

type Parts = Readonly<Record<'year' | 'month' | 'day', string | undefined>>

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const wordedDate: Readonly<Record<Language, (parts: Parts) => string>> = {
  'zh-CN': ({ year, month, day }) =>
    `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`,
  en: ({ year, month, day }) =>
    [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' '),
  ru: ({ year, month, day }) => [day, month, year].filter(Boolean).join('.'),
}

/** An ISO date, as precise as it is known, the way official papers of the language write it. Other text stays. */
export function wordDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  return year === undefined ? date : wordedDate[language]({ year, month, day })
}

/** An ISO instant as date and clock time in the agency's time zone. Other text stays. */
export function wordMoment(moment: string, language: Language, timeZone: string): string {
  const { date, clock } = localParts(moment, timeZone)
  return clock === '' ? wordDate(date, language) : `${wordDate(date, language)} ${clock}`
}

/** From–until in dates or moments; on one day the date is said once. An open end keeps its dash. */
export function wordPeriod(
  { from, until }: Period,
  word: (value: string) => string,
  clockOf: (value: string) => { date: string; clock: string },
): string {
  if (from === null && until === null) return ''
  if (from === null || until === null) return `${from ? word(from) : ''} – ${until ? word(until) : ''}`.trim()
  const [start, end] = [clockOf(from), clockOf(until)]
  const sameDay = start.date === end.date && end.clock !== ''
  return sameDay ? `${word(from)}–${end.clock}` : `${word(from)} – ${word(until)}`
}

/** Date and clock of an instant in a time zone; a plain date has no clock. */
export function localParts(moment: string, timeZone: string): { date: string; clock: string } {
  const instant = new Date(moment)
  if (!moment.includes('T') || Number.isNaN(instant.getTime())) return { date: moment, clock: '' }
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [date = '', clock = ''] = format.format(instant).split(' ')
  return { date, clock }
}
