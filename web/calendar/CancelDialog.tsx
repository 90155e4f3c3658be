import { useMutation } from '@tanstack/react-query'
import type { AppointmentView } from '#contract/calendar.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, LongTextField } from '#web/ui/index.ts'
import { cancelAppointment, useAfterAppointment } from './calendar.api.ts'
import { calendarWords } from './calendar.words.ts'

/** Cancels an appointment, with the reason that stays in the case. */
export function CancelDialog({
  appointment,
  onClose,
}: {
  appointment: AppointmentView
  onClose: () => void
}) {
  const t = useWords(calendarWords)
  const typed = useTyped(`appointment-cancellation/${appointment.id}`, () => ({ reason: '' }))
  const after = useAfterAppointment(appointment.caseId)
  const cancelling = useMutation({
    mutationFn: () => cancelAppointment(appointment, typed.value.reason),
    onSuccess: async () => {
      typed.forget()
      await after()
      onClose()
    },
  })
  const actions = (
    <>
      <Button onClick={onClose}>{t('leave')}</Button>
      <Button
        look="main"
        busy={cancelling.isPending}
        disabled={typed.value.reason.trim() === ''}
        onClick={() => cancelling.mutate()}
      >
        {t('cancelNow')}
      </Button>
    </>
  )
  return (
    <Dialog open title={t('cancelTitle')} onClose={onClose} actions={actions}>
      <p>{t('cancelLead')}</p>
      <TypedBefore typed={typed} />
      <LongTextField
        label={t('reason')}
        required
        value={typed.value.reason}
        onChange={(reason) => typed.change({ reason })}
      />
      <RefusalNote error={cancelling.error} />
    </Dialog>
  )
}
