import { useMutation } from '@tanstack/react-query'
import type { EmergencyDecision } from '#contract/case/intake.ts'
import { dangerKind } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, Dialog, LongTextField, ManyChoicesField, Sheet } from '#web/ui/index.ts'
import { emergencyWords } from './emergency.words.ts'

export type DecideEmergency = (decision: EmergencyDecision) => Promise<unknown>

type EmergencyDialogProps = {
  inquiryId: string
  emergency: boolean
  before: EmergencyDecision | null
  decide: DecideEmergency
  close: () => void
}

/** Asks for the ground of the emergency decision, and for the danger when there is one. */
export function EmergencyDialog({ inquiryId, emergency, before, decide, close }: EmergencyDialogProps) {
  const t = useWords(emergencyWords)
  const same = before?.emergency === emergency
  const typed = useTyped<Pick<EmergencyDecision, 'reason' | 'dangerKinds'>>(
    `emergency-${emergency ? 'yes' : 'no'}/${inquiryId}`,
    () => ({ reason: same ? before.reason : '', dangerKinds: same ? before.dangerKinds : [] }),
  )
  const { reason, dangerKinds: kinds } = typed.value
  const choices = useChoices(dangerKind)
  const dangerKinds = emergency ? kinds : []
  const deciding = useMutation({
    mutationFn: () => decide({ emergency, reason, dangerKinds }),
    onSuccess: () => {
      typed.forget()
      close()
    },
  })
  const actions = (
    <>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button type="submit" look={emergency ? 'danger' : 'main'} busy={deciding.isPending}>
        {t(emergency ? 'keepYes' : 'keepNo')}
      </Button>
    </>
  )
  const reasonLabel = t(emergency ? 'reasonYes' : 'reasonNo')
  const title = t(emergency ? 'dialogYes' : 'dialogNo')
  return (
    <Dialog open title={title} onClose={close}>
      <p>{t(emergency ? 'leadYes' : 'leadNo')}</p>
      <Sheet label={title} onSubmit={() => deciding.mutate()} actions={actions}>
        <TypedBefore typed={typed} />
        <RefusalNote error={deciding.error} labels={{ reason: reasonLabel, dangerKinds: t('dangerKinds') }} />
        {emergency && (
          <div className="danger-kinds">
            <ManyChoicesField
              label={t('dangerKinds')}
              required
              choices={choices}
              value={kinds}
              onChange={(chosen) => typed.change({ dangerKinds: chosen })}
            />
          </div>
        )}
        <LongTextField
          label={reasonLabel}
          hint={emergency ? undefined : t('reasonNoHint')}
          required
          rows={2}
          value={reason}
          onChange={(text) => typed.change({ reason: text })}
        />
      </Sheet>
    </Dialog>
  )
}
