import type { CodeRow, Hours, Names, SettingKind, SheetOf } from '#contract/settings/index.ts'

/** One version of a sheet as the demo tells it; `about` names which one, and `day` counts working days from today. */
export type ToldSetting = {
  [Kind in SettingKind]: Readonly<{ day: number; kind: Kind; about?: string; sheet: SheetOf<Kind> }>
}[SettingKind]

/** A name in the three languages. */
export const named = (zh: string, en: string, ru: string): Names => ({ 'zh-CN': zh, en, ru })

/** A whole list in its usual order, with what an agency makes of some of its codes; own ones stand after their parent. */
export const listWith = (codes: readonly string[], changes: readonly CodeRow[]): CodeRow[] =>
  codes.flatMap((code) => [
    changes.find((row) => row.code === code) ?? ownCode(code, '', '', ''),
    ...changes.filter((row) => row.code.startsWith(`${code}.`)),
  ])

/** What an agency calls a code, and whether it still offers it. */
export const ownCode = (code: string, zh: string, en: string, ru: string, hidden = false): CodeRow => ({
  code,
  label: { 'zh-CN': zh, en, ru },
  hidden,
})

const workdays = [1, 2, 3, 4, 5] as const

/** Open on working days by telephone and in person, and always for what comes by the web. */
export const workingWeek = (from: string, until: string): Hours['weekly'] => [
  ...workdays.flatMap((weekday) => [
    { channel: 'phone' as const, weekday, from, until },
    { channel: 'on-site' as const, weekday, from, until },
  ]),
  ...[...workdays, 6, 7].map((weekday) => ({
    channel: 'online' as const,
    weekday,
    from: '00:00',
    until: '24:00',
  })),
]
