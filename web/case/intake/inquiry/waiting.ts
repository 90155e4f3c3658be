import type { Language } from '#contract/language.ts'

const minute = 60_000

const steps = [
  { unit: 'day', from: 48 * 60 * minute, length: 24 * 60 * minute },
  { unit: 'hour', from: 60 * minute, length: 60 * minute },
  { unit: 'minute', from: 0, length: minute },
] as const

/** How long somebody has waited, in words: "12 minutes", "3 hours", from two days on in days. */
export function waitingTime(since: string, now: Date, language: Language): string {
  const waited = Math.max(0, now.getTime() - Date.parse(since))
  const { unit, length } = steps.find(({ from }) => waited >= from) ?? steps[2]
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.floor(waited / length))
}
