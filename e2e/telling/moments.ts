/** What a date-time field takes: a moment some hours ago, by this machine's clock. */
export const hoursAgo = (hours: number) => localInput(new Date(Date.now() - hours * 3_600_000))

/** What a date field takes: a day some days from now. */
export const daysFromNow = (days: number) => localInput(new Date(Date.now() + days * 86_400_000)).slice(0, 10)

const two = (number: number) => String(number).padStart(2, '0')

const localInput = (moment: Date) =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`
