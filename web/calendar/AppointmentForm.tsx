import { useMutation } from '@tanstack/react-query'
import type { AppointmentSheet, AppointmentView } from '#contract/calendar.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, LongTextField, Sheet } from '#web/ui/index.ts'
import { AppointmentFields, type WrittenAppointment } from './AppointmentFields.tsx'
import { bookAppointment, changeAppointment, useAfterAppointment } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'

type AppointmentFormProps = { caseId: string; appointment: AppointmentView | null; onDone: () => void }
type Written = { id: string; reason: string; sheet: WrittenAppointment }

const beginning = (workerId: string): WrittenAppointment => ({
  kind: 'interview',
  startsAt: null,
  endsAt: null,
  mode: 'office',
  roomId: null,
  place: '',
  purpose: '',
  withWhom: '',
  workerIds: [workerId],
  privacy: 'private',
  privacyReason: '',
})

/** The sheet as the server takes it; null while a time is missing. */
function sheetOf({ sheet: { startsAt, endsAt, ...sheet } }: Written): AppointmentSheet | null {
  return startsAt === null || endsAt === null ? null : { ...sheet, startsAt, endsAt }
}

/** Books an appointment, or changes one with the reason. */
export function AppointmentForm({ caseId, appointment, onDone }: AppointmentFormProps) {
  const t = useWords(calendarWords)
  const { worker } = useMe()
  const typed = useTyped<Written>(`appointment/${caseId}/${appointment?.id ?? 'new'}`, () => ({
    id: crypto.randomUUID(),
    reason: '',
    sheet: appointment?.sheet ?? beginning(worker.id),
  }))
  const after = useAfterAppointment(caseId)
  const { value: written } = typed
  const sheet = sheetOf(written)
  const saving = useMutation({
    mutationFn: (said: AppointmentSheet) =>
      appointment
        ? changeAppointment(appointment, { sheet: said, reason: written.reason })
        : bookAppointment(caseId, { id: written.id, sheet: said }),
    onSuccess: async () => {
      typed.forget()
      await after()
      onDone()
    },
  })
  const isWhole = sheet !== null && (appointment === null || written.reason.trim() !== '')
  return (
    <Sheet
      label={t(appointment ? 'changeTitle' : 'bookTitle')}
      onSubmit={() => sheet && saving.mutate(sheet)}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending} disabled={!isWhole}>
            {t(appointment ? 'saveChange' : 'save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <AppointmentFields
        caseId={caseId}
        written={written.sheet}
        change={(part) => typed.change({ sheet: { ...written.sheet, ...part } })}
        refused={saving.error}
      />
      {appointment && (
        <LongTextField
          label={t('reason')}
          hint={t('alsoBooked')}
          rows={2}
          required
          value={written.reason}
          onChange={(reason) => typed.change({ reason })}
        />
      )}
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}
