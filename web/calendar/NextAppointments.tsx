import './calendar.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Section, todayHere } from '#web/ui/index.ts'
import { nextAppointmentsQuery } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'
import { CalendarLineCard } from './CalendarLineCard.tsx'
import { dayAfter, onDay } from './days.ts'
import { useFormats } from '#web/app/LanguageContext.tsx'

/** Whom I meet today and tomorrow; nothing at all while nothing is booked. */
export function NextAppointments() {
  const t = useWords(calendarWords)
  const formats = useFormats()
  const today = todayHere()
  const { data: lines } = useSuspenseQuery(nextAppointmentsQuery())
  if (lines.length === 0) return null
  const days = [today, dayAfter(today, 1)].filter((day) => onDay(lines, day).length > 0)
  return (
    <Section title={t('todayTitle')} actions={<Link to="/calendar">{t('toCalendar')}</Link>}>
      {days.map((day) => (
        <div key={day} className="calendar-day">
          <h3>{formats.shortDate(day)}</h3>
          <ul>
            {onDay(lines, day).map((line) => (
              <li key={line.id}>
                <CalendarLineCard line={line} showsWorker={false} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
