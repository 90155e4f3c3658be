import { useState } from 'react'
import type { FollowUpView } from '#contract/case/followup.ts'
import { followUpWay, gainsMaintained } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, Facts } from '#web/ui/index.ts'
import { cancelFollowUp } from './followup.api.ts'
import { followupWords } from './followup.words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RecordForm } from './RecordForm.tsx'

type FollowUpCardProps = { view: FollowUpView; isNext: boolean }

/** One follow-up: when, in which state, what it found; the next one can be recorded in place. */
export function FollowUpCard({ view, isNext }: FollowUpCardProps) {
  const t = useWords(followupWords)
  const formats = useFormats()
  const [recording, setRecording] = useState(false)
  const planned = view.state === 'planned'
  return (
    <li className="follow-up" data-state={view.state}>
      <div className="follow-up-head">
        <h2>{formats.date(view.heldOn ?? view.dueOn)}</h2>
        <Badge tone={planned ? 'info' : 'done'}>{t(view.state)}</Badge>
        {planned && <span className="field-hint">{formats.dueDay(view.dueOn)}</span>}
      </div>
      <FollowUpFacts view={view} />
      {view.reopen && (
        <p>
          <Badge tone="warn">{t('reopenAdvised')}</Badge>
        </p>
      )}
      {view.recordedBy && <p className="field-hint">{t('recordedBy', { name: view.recordedBy.name })}</p>}
      {recording && <RecordForm view={view} onClose={() => setRecording(false)} />}
      {!recording && view.abilities.record === 'yes' && (
        <Acts view={view} isNext={isNext} record={() => setRecording(true)} />
      )}
    </li>
  )
}

function Acts({ view, isNext, record }: FollowUpCardProps & { record: () => void }) {
  const t = useWords(followupWords)
  const [cancelling, setCancelling] = useState(false)
  return (
    <div className="page-actions">
      <Button look={isNext ? 'main' : 'plain'} onClick={record}>
        {t('record')}
      </Button>
      <Button look="quiet" onClick={() => setCancelling(true)}>
        {t('cancel')}
      </Button>
      {cancelling && (
        <ReasonDialog
          caseId={view.caseId}
          of={`cancel/${view.id}`}
          title={t('cancelTitle')}
          label={t('cancelReason')}
          confirm={t('cancelConfirm')}
          act={(reason) => cancelFollowUp(view, reason)}
          onClose={() => setCancelling(false)}
        />
      )}
    </div>
  )
}

function FollowUpFacts({ view }: { view: FollowUpView }) {
  const t = useWords(followupWords)
  const label = useLabel()
  const reached = view.reached === null ? null : t(view.reached ? 'yes' : 'no')
  return (
    <Facts
      facts={[
        { label: t('way'), value: view.way && label(followUpWay, view.way) },
        { label: t('reached'), value: reached },
        { label: t('notReachedReason'), value: view.notReachedReason },
        { label: t('situation'), value: view.situation },
        { label: t('maintained'), value: view.maintained && label(gainsMaintained, view.maintained) },
        { label: t('newNeed'), value: view.newNeed },
        { label: t('actionTaken'), value: view.actionTaken },
        { label: t('cancelledBecause'), value: view.cancellationReason },
      ]}
    />
  )
}
