import { Id } from '#contract/ids.ts'
import type { Hours, Scope, WriteSetting } from '#contract/settings/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { whole } from '#server/kernel/whole.ts'
import { overlapping } from './opening-hours.ts'
import { refuseUnlessNext } from './setting.ts'
import { insertPlace, insertSetting, isThere, newestSetting } from './settings.repository.ts'

/** Adds a version of a sheet of the agency, from a day on. What was in force before stays as it was. */
export async function writeSetting(tx: Transaction, written: WriteSetting) {
  permit(tx.actor, 'settings.write') // 403
  const newest = await newestSetting(tx, written.kind, written.subject)
  refuseUnlessNext(written, newest, dayOf(tx.now)) // 409, 422
  await refuseUnlessPlaced(tx, written) // 422
  refuseUnlessSound(written) // 422
  if (written.kind === 'site') await insertPlace(tx, 'sites', written.subject)
  if (written.kind === 'room') await insertPlace(tx, 'rooms', written.subject)
  await insertSetting(tx, written) // 409
}

/** Refuses a sheet about something that is not there: a room of no site, hours of no site. */
async function refuseUnlessPlaced(tx: Transaction, written: WriteSetting) {
  const { kind, subject } = written
  const isNamed = Id.safeParse(subject).success
  const known = async (id: string) => isThere(tx, 'sites', id)
  if (kind === 'site') whole([['subject', isNamed, 'settings/no-such-subject']])
  if (kind === 'room') {
    whole([['subject', isNamed, 'settings/no-such-subject']])
    whole([['sheet.siteId', await known(written.sheet.siteId), 'settings/no-such-site']])
  }
  if (kind === 'hours') whole([['subject', isNamed && (await known(subject)), 'settings/no-such-site']])
  if (kind === 'profile') whole([['subject', subject === '', 'settings/no-such-subject']])
  if (kind === 'catchment' || kind === 'scope' || kind === 'capacity')
    whole([['subject', subject === '' || (isNamed && (await known(subject))), 'settings/no-such-site']])
}

function refuseUnlessSound(written: WriteSetting) {
  if (written.kind === 'hours') refuseTangled(written.sheet)
  if (written.kind === 'scope') refuseTurnedRound(written.sheet)
}

function refuseTangled({ weekly, exceptions }: Hours) {
  const tangled = overlapping(weekly)
  whole([
    ...weekly.map(
      (_, at) => [`sheet.weekly.${at}`, !tangled.includes(at), 'settings/hours-overlap'] as const,
    ),
    ...exceptions.map(
      ({ hours }, at) =>
        [
          `sheet.exceptions.${at}`,
          hours === null || hours.from < hours.until,
          'settings/hours-overlap',
        ] as const,
    ),
  ])
}

function refuseTurnedRound({ minimumAge, maximumAge }: Scope) {
  const isRound = minimumAge === null || maximumAge === null || minimumAge <= maximumAge
  whole([['sheet.maximumAge', isRound, 'settings/ages-turned-round']])
}
