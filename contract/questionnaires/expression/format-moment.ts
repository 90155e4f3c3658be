import { daysOf } from './values.ts'

const two = (value: number) => String(value).padStart(2, '0')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** A day or moment by the signs of `format-date`: %Y %y %m %n %b %d %e %H %h %M %S %3 %a. */
export function formatMoment(text: string, format: string): string {
  const days = daysOf(text.trim())
  if (days === null) return ''
  const moment = new Date(Math.round(days * 86_400) * 1000)
  const signs: Readonly<Record<string, string>> = {
    Y: String(moment.getUTCFullYear()),
    y: two(moment.getUTCFullYear() % 100),
    m: two(moment.getUTCMonth() + 1),
    n: String(moment.getUTCMonth() + 1),
    b: months[moment.getUTCMonth()] ?? '',
    d: two(moment.getUTCDate()),
    e: String(moment.getUTCDate()),
    H: two(moment.getUTCHours()),
    h: String(moment.getUTCHours()),
    M: two(moment.getUTCMinutes()),
    S: two(moment.getUTCSeconds()),
    3: '000',
    a: weekdays[moment.getUTCDay()] ?? '',
    '%': '%',
  }
  return format.replaceAll(/%(.)/gu, (whole, sign: string) => signs[sign] ?? whole)
}
