import { Id } from '#contract/ids.ts'
import {
  type DeadlineRule,
  type Deadlines,
  type Hours,
  limitIn,
  type LimitName,
  type Scope,
  type SettingKind,
  type WriteSetting,
} from '#contract/settings/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { whole } from '#server/kernel/whole.ts'
import { overlapping } from './opening-hours.ts'
import { agencyNature, clientGroup, isOwn, serviceField } from '#contract/codes/index.ts'
import { changeableList, codeChecks } from './code-list.ts'
import { codesVersions, refuseUnlessKnownCodes } from './code-words.queries.ts'
import { refuseUnlessNext } from './setting.ts'
import { inForce, insertPlace, insertSetting, isThere, newestSetting } from './settings.repository.ts'

/** Adds a version of a sheet of the agency, from a day on. What was in force before stays as it was. */
export async function writeSetting(tx: Transaction, written: WriteSetting) {
  permit(tx.actor, 'settings.write') // 403
  const newest = await newestSetting(tx, written.kind, written.subject)
  refuseUnlessNext(written, newest, dayOf(tx.now)) // 409, 422
  await refuseUnlessPlaced(tx, written) // 422
  refuseUnlessSound(written) // 422
  await refuseUnlessCoded(tx, written) // 422
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
  if (ofTheAgency.includes(kind)) whole([['subject', subject === '', 'settings/no-such-subject']])
  if (kind === 'field' || kind === 'deadline-rule') whole([['subject', isNamed, 'settings/no-such-subject']])
  if (kind === 'field') await refuseIfMoved(tx, written)
  if (kind === 'deadline-rule') await refuseUnlessKnown(tx, written.sheet)
  // Only a site can go by the order of the agency.
  if (kind === 'workflow') whole([['sheet.template', subject !== '' || written.sheet.template !== null]])
  if (ofASite.includes(kind))
    whole([['subject', subject === '' || (isNamed && (await known(subject))), 'settings/no-such-site']])
}

const ofTheAgency: readonly SettingKind[] = ['profile', 'deadlines', 'case-number']
/** Of the agency, and where a site has its own, of that site. */
const ofASite: readonly SettingKind[] = ['catchment', 'scope', 'capacity', 'workflow']

/** A field keeps its type and its record: answers that stand under it would mean something else. */
async function refuseIfMoved(tx: Transaction, { subject, sheet }: Extract<WriteSetting, { kind: 'field' }>) {
  const [before] = await inForce(tx, 'field', lastDay, [subject])
  const stays = !before || (before.sheet.type === sheet.type && before.sheet.record === sheet.record)
  whole([['sheet.type', stays, 'settings/field-keeps-its-place']])
}

// Planned versions count as well.
const lastDay = '2200-12-31'

async function refuseUnlessKnown(tx: Transaction, { when }: DeadlineRule) {
  if (when.kind !== 'field-value') return
  const found = await inForce(tx, 'field', lastDay, [when.fieldId])
  whole([['sheet.when', found.length > 0, 'settings/no-such-field']])
}

function refuseUnlessSound(written: WriteSetting) {
  if (written.kind === 'field') {
    const { type, choices } = written.sheet
    const asks = type === 'choice' || type === 'choices'
    const left = choices.filter(({ retired }) => !retired)
    whole([['sheet.choices', !asks || left.length >= 2, 'settings/nothing-to-choose']])
  }
  if (written.kind === 'deadlines') refuseLimitsTurnedRound(written.sheet)
  if (written.kind === 'hours') refuseTangled(written.sheet)
  if (written.kind === 'scope') refuseTurnedRound(written.sheet)
}

/** Codes are those of the product or of the agency; a list of the agency stays one that its records can be read with. */
async function refuseUnlessCoded(tx: Transaction, written: WriteSetting) {
  const { kind, subject } = written
  if (kind === 'scope') {
    await refuseUnlessKnownCodes(tx, clientGroup, { 'sheet.clientGroups': written.sheet.clientGroups })
    await refuseUnlessKnownCodes(tx, serviceField, { 'sheet.serviceFields': written.sheet.serviceFields })
  }
  if (kind === 'profile')
    await refuseUnlessKnownCodes(tx, agencyNature, { 'sheet.nature': written.sheet.nature })
  if (kind !== 'codes') return
  const list = changeableList(subject)
  whole([['subject', list !== null, 'settings/no-such-subject']])
  const own = (await codesVersions(tx))
    .filter((version) => version.list === subject)
    .flatMap(({ rows }) => rows.map(({ code }) => code).filter(isOwn))
  if (list) whole(codeChecks(list, written.sheet, [...new Set(own)]))
}

/** An alarm comes after the first word, a limit after the warning, a later follow-up after an earlier one. */
function refuseLimitsTurnedRound(own: Deadlines) {
  const follows = (later: LimitName, earlier: LimitName) =>
    [`sheet.${later}`, limitIn(own, later) > limitIn(own, earlier), 'settings/limits-turned-round'] as const
  whole([
    follows('recordAlarm', 'record'),
    follows('caseloadLimit', 'caseloadWarning'),
    follows('followUpSecond', 'followUpFirst'),
    follows('followUpThird', 'followUpSecond'),
  ])
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
