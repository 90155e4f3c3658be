import './calendar.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppointmentView } from '#contract/calendar.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, EmptyState } from '#web/ui/index.ts'
import { AppointmentCard } from './AppointmentCard.tsx'
import { AppointmentForm } from './AppointmentForm.tsx'
import { appointmentsQuery } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'
import { CancelDialog } from './CancelDialog.tsx'

/** The appointments of a case: booked, changed, cancelled, and what an assessment begins with. */
export function CaseAppointmentsPage() {
  const t = useWords(calendarWords)
  const caseId = useRouteParam('caseId')
  const { data } = useSuspenseQuery(appointmentsQuery(caseId))
  const [writing, write] = useState<AppointmentView | 'new' | null>(null)
  const [leaving, leave] = useState<AppointmentView | null>(null)
  const book = (
    <ActionButton ability={data.abilities.book} look="main" onClick={() => write('new')}>
      {t('book')}
    </ActionButton>
  )
  if (writing)
    return (
      <CaseFrame caseId={caseId} title={t(writing === 'new' ? 'bookTitle' : 'changeTitle')}>
        <AppointmentForm
          caseId={caseId}
          appointment={writing === 'new' ? null : writing}
          onDone={() => write(null)}
        />
      </CaseFrame>
    )
  return (
    <CaseFrame caseId={caseId} title={t('caseTitle')} lead={<p>{t('caseLead')}</p>} actions={book}>
      {data.rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="appointments">
        {data.rows.map((appointment) => (
          <li key={appointment.id}>
            <AppointmentCard
              appointment={appointment}
              change={() => write(appointment)}
              cancel={() => leave(appointment)}
            />
          </li>
        ))}
      </ul>
      {leaving && <CancelDialog appointment={leaving} onClose={() => leave(null)} />}
    </CaseFrame>
  )
}
