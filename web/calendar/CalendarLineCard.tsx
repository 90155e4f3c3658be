import type { CalendarLine } from '#contract/calendar.ts'
import { appointmentKind } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { PersonName } from '#web/ui/index.ts'
import { calendarWords } from './calendar.words.ts'
import { useRooms } from './useRooms.ts'

/** One line of a calendar: what for and with whom, for whoever sees the case; busy for everybody else. */
export function CalendarLineCard({ line, showsWorker }: { line: CalendarLine; showsWorker: boolean }) {
  const t = useWords(calendarWords)
  const label = useLabel()
  const formats = useFormats()
  const { nameOf } = useRooms()
  const { appointment, worker, startsAt, endsAt } = line
  const time = t('at', { from: formats.time(startsAt), until: formats.time(endsAt) })
  const room = nameOf(line.roomId ?? appointment?.roomId ?? null)
  if (appointment === null)
    return (
      <div className="calendar-line" data-busy>
        <time dateTime={startsAt}>{time}</time>
        <span>{worker && showsWorker ? t('busyOf', { name: worker.name }) : t('busy')}</span>
        {room !== '' && <small>{room}</small>}
      </div>
    )
  return (
    <div className="calendar-line">
      <time dateTime={startsAt}>{time}</time>
      <Link to={`/cases/${appointment.caseId}/appointments`}>
        {label(appointmentKind, appointment.kind)} · <PersonName>{appointment.clientName}</PersonName>
      </Link>
      <small>{room === '' ? appointment.place : room}</small>
      {showsWorker && worker && (
        <small>
          <PersonName>{worker.name}</PersonName>
        </small>
      )}
    </div>
  )
}
