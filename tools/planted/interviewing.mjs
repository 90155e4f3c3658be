// Interviews and the calendar: late records, outlines that stay, and nothing booked twice.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const kept = 'server/migrations/2026-11-29-42-keep-appointments.sql'
const calendar = (title) => unit('server/calendar/appointments.routes.test.ts', '-t', title)

export const interviewing = [
  [
    'calendar: a constraint that forgets the room',
    kept,
    'where (room_id is not null and not freed)',
    'where (room_id is not null and freed)',
    calendar('of two who book one room'),
  ],
  [
    'calendar: busy that tells what for',
    'server/calendar/calendar.queries.ts',
    'left join cases c on c.agency_id = a.agency_id and c.id = a.case_id and ${inSight(tx,',
    'left join cases c on c.agency_id = a.agency_id and c.id = a.case_id and not ${inSight(tx,',
    calendar('an appointment takes its room'),
  ],
  [
    'calendar: a cancellation that keeps the room',
    'server/calendar/appointments.actions.ts',
    '  await freeAppointment(tx, id)\n  await tellStory',
    '  await tellStory',
    calendar('a change moves the booking'),
  ],
  [
    'calendar: a file folded inside a character',
    'server/calendar/calendar-file.ts',
    'Buffer.byteLength(piece + character) > most',
    '(piece + character).length > most',
    unit('server/calendar/calendar-file.test.ts'),
  ],
  [
    'interview: an outline that is written over',
    'server/migrations/2026-11-29-40-widen-the-interview.sql',
    'create trigger written_once before update on interview_outline_editions for each row execute function written_once();',
    '',
    unit('server/case/intake/outline/outlines.routes.test.ts', '-t', 'drawn up from level 3'),
  ],
  [
    'interview: another outline that loses what was answered',
    'web/case/intake/outline/asking.ts',
    "asked || answer.trim() !== '' ||",
    'asked ||',
    unit('web/case/intake/outline/asking.test.ts'),
  ],
]
