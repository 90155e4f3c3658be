const twoDigits = (number: number) => String(Math.abs(number)).padStart(2, '0')

function localDate(moment: Date): string {
  const year = String(moment.getFullYear()).padStart(4, '0')
  return `${year}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

/** What a datetime-local input shows for an ISO moment, in this device's time zone; '' for none or nonsense. */
export function toLocalInput(iso: string | null | undefined): string {
  const moment = new Date(iso ?? Number.NaN)
  if (Number.isNaN(moment.getTime())) return ''
  return `${localDate(moment)}T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`
}

/** The ISO moment with offset (2026-11-21T14:30:00+08:00) for what a datetime-local input holds; null for none. */
export function fromLocalInput(local: string): string | null {
  const moment = new Date(local)
  if (local === '' || Number.isNaN(moment.getTime())) return null
  const east = -moment.getTimezoneOffset()
  const sign = east < 0 ? '-' : '+'
  const offset = `${sign}${twoDigits(Math.trunc(east / 60))}:${twoDigits(east % 60)}`
  return `${localDate(moment)}T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}:00${offset}`
}

/** Today's date on this device, YYYY-MM-DD. */
export const todayHere = (now: Date = new Date()): string => localDate(now)
