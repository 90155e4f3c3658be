import type { ContactChannel } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { Capacity, Catchment, Hours, Names, Room, Scope, Site } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { clockOf } from '#server/kernel/days.ts'
import { isOpenAt } from './opening-hours.ts'
import { unlimited } from './reach.ts'
import { inForce } from './settings.repository.ts'

type WithId<Sheet> = Readonly<{ id: string }> & Sheet

/** The sites of the agency on a day; those that were given up are left out. */
export async function sitesOn(tx: Transaction, day: Day): Promise<readonly WithId<Site>[]> {
  const sites = await inForce(tx, 'site', day)
  return sites.map(({ subject: id, sheet }) => ({ id, ...sheet })).filter(({ closed }) => !closed)
}

/** What sites were called on a day, also after they were given up. */
export async function siteNamesOn(
  tx: Transaction,
  day: Day,
  siteIds: readonly string[],
): Promise<ReadonlyMap<string, Names>> {
  if (siteIds.length === 0) return new Map()
  const sites = await inForce(tx, 'site', day, siteIds)
  return new Map(sites.map(({ subject, sheet }) => [subject, sheet.name]))
}

/** The same of one; null where there was none. */
export async function siteNameOn(tx: Transaction, day: Day, siteId: string | null): Promise<Names | null> {
  if (siteId === null) return null
  return (await siteNamesOn(tx, day, [siteId])).get(siteId) ?? null
}

/** The rooms of the agency on a day; those that were given up, or whose site was, are left out. */
export async function roomsOn(tx: Transaction, day: Day): Promise<readonly WithId<Room>[]> {
  const sites = await sitesOn(tx, day)
  const rooms = await inForce(tx, 'room', day)
  return rooms
    .map(({ subject: id, sheet }) => ({ id, ...sheet }))
    .filter(({ closed, siteId }) => !closed && sites.some((site) => site.id === siteId))
}

/** A site's own sheet where it has one, else the agency's, else none. */
export async function ofSiteOrAgency<Kind extends 'catchment' | 'scope' | 'capacity' | 'workflow'>(
  tx: Transaction,
  kind: Kind,
  day: Day,
  siteId: string | null,
) {
  const found = await inForce(tx, kind, day, siteId === null ? [''] : [siteId, ''])
  return (found.find(({ subject }) => subject === siteId) ?? found.find(({ subject }) => subject === ''))
    ?.sheet
}

/** For what and for whom the agency, or one site of it, works on a day. */
export const scopeOn = async (tx: Transaction, day: Day, siteId: string | null = null): Promise<Scope> =>
  (await ofSiteOrAgency(tx, 'scope', day, siteId)) ?? unlimited.scope

/** Where the agency, or one site of it, serves on a day. */
export const catchmentOn = async (
  tx: Transaction,
  day: Day,
  siteId: string | null = null,
): Promise<Catchment> => (await ofSiteOrAgency(tx, 'catchment', day, siteId)) ?? { areas: [] }

/** How much the agency, or one site of it, carries on a day. */
export const capacityOn = async (
  tx: Transaction,
  day: Day,
  siteId: string | null = null,
): Promise<Capacity> => (await ofSiteOrAgency(tx, 'capacity', day, siteId)) ?? unlimited.capacity

/** The hours of each site that has any, on a day. */
export async function hoursOn(tx: Transaction, day: Day): Promise<ReadonlyMap<string, Hours>> {
  return new Map((await inForce(tx, 'hours', day)).map(({ subject, sheet }) => [subject, sheet]))
}

/** Whether somebody answers on a channel at a moment: at one site, or at any of those that are not closed. */
export async function isOpen(
  tx: Transaction,
  channel: ContactChannel,
  moment: Date,
  siteId: string | null = null,
): Promise<boolean> {
  const clock = clockOf(moment)
  const open = new Set((await sitesOn(tx, clock.day)).map(({ id }) => id))
  const hours = [...(await hoursOn(tx, clock.day))]
  return hours.some(
    ([id, sheet]) => open.has(id) && (siteId === null || id === siteId) && isOpenAt(sheet, channel, clock),
  )
}
