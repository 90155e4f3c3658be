import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmergencyDecision } from '#contract/case/intake.ts'
import { dangerKind } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, LongTextField, ManyChoicesField, Sheet } from '#web/ui/index.ts'
import { emergencyWords } from './emergency.words.ts'

export type DecideEmergency = (decision: EmergencyDecision) => Promise<unknown>

type EmergencyDialogProps = {
  emergency: boolean
  before: EmergencyDecision | null
  decide: DecideEmergency
  close: () => void
}

/** Asks for the ground of the emergency decision, and for the danger when there is one. */
export function EmergencyDialog({ emergency, before, decide, close }: EmergencyDialogProps) {
  const t = useWords(emergencyWords)
  const same = before?.emergency === emergency
  const [reason, setReason] = useState(same ? before.reason : '')
  const [kinds, setKinds] = useState(same ? before.dangerKinds : [])
  const choices = useChoices(dangerKind)
  const dangerKinds = emergency ? kinds : []
  const deciding = useMutation({
    mutationFn: () => decide({ emergency, reason, dangerKinds }),
    onSuccess: close,
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
        <RefusalNote error={deciding.error} labels={{ reason: reasonLabel, dangerKinds: t('dangerKinds') }} />
        {emergency && (
          <div className="danger-kinds">
            <ManyChoicesField
              label={t('dangerKinds')}
              required
              choices={choices}
              value={kinds}
              onChange={setKinds}
            />
          </div>
        )}
        <LongTextField
          label={reasonLabel}
          hint={emergency ? undefined : t('reasonNoHint')}
          required
          rows={2}
          value={reason}
          onChange={setReason}
        />
      </Sheet>
    </Dialog>
  )
}
