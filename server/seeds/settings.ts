import type { SettingKind, SheetOf, WriteSetting } from '#contract/settings/index.ts'
import { writeSetting } from '#server/agencies/settings.actions.ts'
import type { DemoAgency } from './agencies.ts'
import type { Calendar } from './calendar.ts'
import { demoId } from './demo-id.ts'
import type { Act } from './scene.ts'
import { anningSettings } from './settings/anning.ts'
import { harbourSettings } from './settings/harbour.ts'
import { ryadomSettings } from './settings/ryadom.ts'
import type { ToldSetting } from './settings/told.ts'

const told: Readonly<Record<string, readonly ToldSetting[]>> = {
  anning: anningSettings,
  ryadom: ryadomSettings,
  harbour: harbourSettings,
}

/** What each agency of the demo decides about itself, written by its administrator on the day from which it counts. */
export function settingActs({ key, workers }: DemoAgency, calendar: Calendar): Act[] {
  const by = workers[0]?.key
  if (by === undefined) return []
  const versions = new Map<string, number>()
  return (told[key] ?? []).map(({ day, kind, about = '', sheet }, place) => {
    // A code list is called by its name, everything else by an id.
    const subject = about === '' || kind === 'codes' ? about : demoId(key, about)
    const seen = versions.get(`${kind} ${subject}`) ?? 0
    versions.set(`${kind} ${subject}`, seen + 1)
    const from = calendar.day(day)
    const id = demoId(key, 'setting', kind, about, String(seen))
    // The shape of a kind and its sheet is held together where it is told.
    const written = { id, kind, subject, seen, from, sheet: sheetFor(key, sheet) } as WriteSetting
    return {
      name: `setting ${kind} ${about} ${String(seen + 1)}`,
      by,
      at: calendar.moment(day, place),
      operation: 'settings.write' as const,
      does: (tx) => writeSetting(tx, written),
    }
  })
}

/** A sheet in which others are named by their words, with their ids in their place. */
function sheetFor(key: string, sheet: SheetOf<SettingKind>): SheetOf<SettingKind> {
  return 'siteId' in sheet ? { ...sheet, siteId: demoId(key, sheet.siteId) } : sheet
}
