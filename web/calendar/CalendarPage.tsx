import './calendar.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { CalendarQuery } from '#contract/calendar.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, Loading, Page, todayHere } from '#web/ui/index.ts'
import { calendarQuery } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'
import { CalendarLineCard } from './CalendarLineCard.tsx'
import { dayAfter, daysShown, momentAt, onDay } from './days.ts'

type Shown = CalendarQuery['show']
type Span = 'day' | 'week'

/** A day or a week: mine, my team's, or that of the rooms. */
export function CalendarPage() {
  const t = useWords(calendarWords)
  const [show, choose] = useState<Shown>('own')
  const [span, widen] = useState<Span>('week')
  const [day, go] = useState(todayHere())
  const step = span === 'day' ? 1 : 7
  return (
    <Page title={t('title')}>
      <div className="calendar-tools">
        <ChoiceField
          label={t('show')}
          choices={(['own', 'team', 'rooms'] as const).map((value) => ({ value, label: t(value) }))}
          value={show}
          onChange={choose}
        />
        <ChoiceField
          label={t('span')}
          choices={(['day', 'week'] as const).map((value) => ({ value, label: t(value) }))}
          value={span}
          onChange={widen}
        />
        <div className="calendar-steps">
          <Button onClick={() => go(dayAfter(day, -step))}>{t('before')}</Button>
          <Button onClick={() => go(todayHere())}>{t('today')}</Button>
          <Button onClick={() => go(dayAfter(day, step))}>{t('after')}</Button>
        </div>
      </div>
      <Suspense fallback={<Loading />}>
        <Days days={daysShown(day, span)} span={span} show={show} />
      </Suspense>
    </Page>
  )
}

function Days({ days, span, show }: { days: readonly string[]; span: Span; show: Shown }) {
  const t = useWords(calendarWords)
  const formats = useFormats()
  const [first = todayHere()] = days
  const asked = { show, from: momentAt(first), until: momentAt(dayAfter(first, days.length)) }
  const { data: lines } = useSuspenseQuery(calendarQuery(asked))
  return (
    <div className="calendar-days" data-span={span}>
      {days.map((day) => {
        const some = onDay(lines, day)
        return (
          <section key={day} className="calendar-day" data-today={day === todayHere() || undefined}>
            <h2>{formats.shortDate(day)}</h2>
            {some.length === 0 && <small>{t('freeDay')}</small>}
            <ul>
              {some.map((line) => (
                <li key={line.id}>
                  <CalendarLineCard line={line} showsWorker={show === 'team'} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
