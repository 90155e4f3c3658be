import type { AppointmentSheet } from '#contract/calendar.ts'
import type { Transaction } from '#server/access/index.ts'
import { roomsOn } from '#server/agencies/index.ts'
import { bookAppointment, cancelAppointment, checkPrepared } from '#server/calendar/appointments.actions.ts'
import type { DemoAgency } from './agencies.ts'
import type { Calendar } from './calendar.ts'
import { demoId } from './demo-id.ts'
import { caseOfInquiry } from './demo.repository.ts'
import { workerIdOf } from './founding.ts'
import type { Act } from './scene.ts'
import { anningWeek } from './weeks/anning.ts'
import { harbourWeek } from './weeks/harbour.ts'
import { ryadomWeek } from './weeks/ryadom.ts'
import type { ToldAppointment } from './weeks/told.ts'

const weeks: Readonly<Record<string, readonly ToldAppointment[]>> = {
  anning: anningWeek,
  ryadom: ryadomWeek,
  harbour: harbourWeek,
}

/** Booked late in the day before: by then the case is open. */
const lateInTheDay = 480
const minutesBefore = 20

/** The week of appointments around today, each booked the day before. */
export const appointmentActs = ({ key }: DemoAgency, calendar: Calendar): Act[] =>
  (weeks[key] ?? []).flatMap((told, place) => actsOf(key, told, place, calendar))

function actsOf(agency: string, told: ToldAppointment, place: number, calendar: Calendar): Act[] {
  const id = demoId(agency, 'appointment', String(place))
  const at = calendar.moment(Math.min(told.day - 1, -1), lateInTheDay + place)
  const act = (what: string, does: Act['does'], minutes: number): Act => ({
    name: `appointment ${place} ${what}`,
    by: told.by,
    at: new Date(at.getTime() + minutes * 60_000),
    operation: what === 'booked' ? 'appointment.book' : 'appointment.change',
    does,
  })
  const caseOf = (tx: Transaction) => caseOfInquiry(tx, demoId(told.story, 'inquiry'))
  const { prepared, cancelled } = told
  return [
    act(
      'booked',
      async (tx) => bookAppointment(tx, await caseOf(tx), { id, sheet: await sheetOf(tx, told, calendar) }),
      0,
    ),
    ...(prepared
      ? [
          act(
            'prepared',
            async (tx) => checkPrepared(tx, await caseOf(tx), id, { items: [...prepared] }),
            minutesBefore,
          ),
        ]
      : []),
    ...(cancelled
      ? [
          act(
            'cancelled',
            async (tx) => cancelAppointment(tx, await caseOf(tx), id, cancelled),
            minutesBefore,
          ),
        ]
      : []),
  ]
}

async function sheetOf(
  tx: Transaction,
  told: ToldAppointment,
  calendar: Calendar,
): Promise<AppointmentSheet> {
  const day = calendar.day(told.day)
  const moment = (clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()
  const rooms = (await roomsOn(tx, day)).filter(({ privacy }) => privacy === 'private')
  const room = told.room === undefined ? undefined : rooms[told.room % Math.max(rooms.length, 1)]
  return {
    kind: told.kind,
    startsAt: moment(told.from),
    endsAt: moment(told.until),
    mode: told.kind === 'home-visit' ? 'home-visit' : told.kind === 'meeting' ? 'conference' : 'office',
    roomId: room?.id ?? null,
    place: room ? '' : (told.place ?? '–'),
    purpose: told.purpose,
    withWhom: told.whoElse,
    workerIds: [told.by, ...(told.with ?? [])].map((worker) => workerIdOf({ key: worker })),
    privacy: 'private',
    privacyReason: '',
  }
}
