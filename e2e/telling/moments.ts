// Browsers in these stories stand where the agencies do (see playwright.config.ts).
const inAgency = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** What a date-time field takes: a moment some hours ago. */
export const hoursAgo = (hours: number) => inAgency.format(Date.now() - hours * 3_600_000).replace(' ', 'T')

/** What a date field takes: a day some days from now. */
export const daysFromNow = (days: number) => inAgency.format(Date.now() + days * 86_400_000).slice(0, 10)
