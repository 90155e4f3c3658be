import { useMutation } from '@tanstack/react-query'
import type { AppointmentView } from '#contract/calendar.ts'
import {
  appointmentKind,
  appointmentState,
  contactMode,
  preparedItem,
  roomPrivacy,
} from '#contract/codes/index.ts'
import { useChoices, useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, Badge, Facts, ManyChoicesField, todayHere } from '#web/ui/index.ts'
import { calendarFileAddress, checkPrepared, useAfterAppointment } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'
import { useRooms } from './useRooms.ts'

type AppointmentCardProps = { appointment: AppointmentView; change: () => void; cancel: () => void }

/** One appointment: when, where, with whom, and what became of it. */
export function AppointmentCard({ appointment, change, cancel }: AppointmentCardProps) {
  const t = useWords(calendarWords)
  const label = useLabel()
  const { language } = useLanguage()
  const formats = useFormats()
  const { sheet, state, abilities, caseId } = appointment
  const { startsAt, endsAt } = sheet
  const time = t('at', { from: formats.time(startsAt), until: formats.time(endsAt) })
  return (
    <>
      <h2>
        {label(appointmentKind, sheet.kind)} · {formats.shortDate(todayHere(new Date(startsAt)))} {time}{' '}
        {state === 'cancelled' && <Badge tone="warn">{label(appointmentState, state)}</Badge>}
      </h2>
      <AppointmentFacts appointment={appointment} />
      {sheet.kind === 'assessment' && state === 'booked' && <Prepared appointment={appointment} />}
      {state === 'booked' && (
        <div className="page-actions">
          {abilities.change !== 'not-you' && (
            <>
              <ActionButton ability={abilities.change} look="quiet" onClick={change}>
                {t('change')}
              </ActionButton>
              <ActionButton ability={abilities.change} look="quiet" onClick={cancel}>
                {t('cancel')}
              </ActionButton>
            </>
          )}
          {sheet.kind === 'interview' && (
            <Link to={`/cases/${caseId}/interview`}>{t('prepareInterview')}</Link>
          )}
          <a href={calendarFileAddress(appointment, language)} download>
            {t('file')}
          </a>
        </div>
      )}
    </>
  )
}

function AppointmentFacts({ appointment }: { appointment: AppointmentView }) {
  const t = useWords(calendarWords)
  const label = useLabel()
  const formats = useFormats()
  const { nameOf } = useRooms()
  const { sheet, workers, booked, changed, cancelled, roomPrivacy: rating } = appointment
  const rated = rating === null ? '' : ` · ${label(roomPrivacy, rating)}`
  const line = ({ by, at, reason }: NonNullable<typeof changed>) => ({
    name: by.name,
    when: formats.moment(at),
    reason,
  })
  const facts = [
    { label: t('place'), value: sheet.roomId === null ? sheet.place : `${nameOf(sheet.roomId)}${rated}` },
    { label: t('privacyReason'), value: sheet.privacyReason },
    { label: t('mode'), value: label(contactMode, sheet.mode) },
    { label: t('purpose'), value: sheet.purpose },
    { label: t('withWhom'), value: sheet.withWhom },
    { label: t('workerIds'), value: formats.list(workers.map(({ name }) => name)) },
  ]
  return (
    <>
      <Facts facts={facts} />
      <small>{t('bookedLine', { name: booked.by.name, when: formats.moment(booked.at) })}</small>
      {changed && <small>{t('changedLine', line(changed))}</small>}
      {cancelled && <small>{t('cancelledLine', line(cancelled))}</small>}
    </>
  )
}

/** What is made sure of before an assessment: a safe and private place; purpose, methods and process understood. */
function Prepared({ appointment }: { appointment: AppointmentView }) {
  const t = useWords(calendarWords)
  const formats = useFormats()
  const items = useChoices(preparedItem)
  const after = useAfterAppointment(appointment.caseId)
  const { prepared, abilities } = appointment
  const checking = useMutation({
    mutationFn: (ticked: NonNullable<typeof prepared>['items']) =>
      checkPrepared(appointment, { items: ticked }),
    onSettled: after,
  })
  return (
    <>
      <ManyChoicesField
        label={t('prepared')}
        choices={items}
        value={checking.isPending ? checking.variables : (prepared?.items ?? [])}
        disabled={abilities.check !== 'yes' || checking.isPending}
        onChange={(ticked) => checking.mutate(ticked)}
      />
      {prepared && (
        <small>{t('preparedLine', { name: prepared.by.name, when: formats.moment(prepared.at) })}</small>
      )}
      <RefusalNote error={checking.error} />
    </>
  )
}
