import { useState } from 'react'
import type { AftercareView } from '#contract/case/followup.ts'
import { retentionClass } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Notice, Section } from '#web/ui/index.ts'
import { archiveCase, reopenCase, useCaseAct } from './followup.api.ts'
import { followupWords } from './followup.words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

type Props = { view: AftercareView }

const useKeeping = ({ keeping }: AftercareView) => {
  const label = useLabel()
  const formats = useFormats()
  return {
    until: keeping ? formats.date(keeping.until) : '',
    retention: keeping ? label(retentionClass, keeping.retention) : '',
  }
}

/** Says that the file is put away, and until when it is kept. */
export function ArchivedNotice({ view }: Props) {
  const t = useWords(followupWords)
  const formats = useFormats()
  const keeping = useKeeping(view)
  if (!view.archivedAt) return null
  return (
    <Notice title={t('archived')}>
      <p>{t('archivedLead', { when: formats.moment(view.archivedAt), ...keeping })}</p>
    </Notice>
  )
}

/** Puts the file away once every follow-up is done. */
export function ArchiveSection({ view }: Props) {
  const t = useWords(followupWords)
  const keeping = useKeeping(view)
  const archiving = useCaseAct(view.caseId, () => archiveCase(view.caseId, view.version))
  if (view.state !== 'closed' || view.abilities.archive === 'not-you') return null
  const ready = view.abilities.archive === 'yes'
  return (
    <Section title={t('archiveTitle')} lead={ready ? t('archiveLead', keeping) : t('archiveWait')}>
      {ready && (
        <p>
          <Button look="main" busy={archiving.isPending} onClick={() => archiving.mutate(undefined)}>
            {t('archive')}
          </Button>
        </p>
      )}
      <RefusalNote error={archiving.error} />
    </Section>
  )
}

/** Opens the case again, with the reason. */
export function ReopenSection({ view }: Props) {
  const t = useWords(followupWords)
  const [asking, setAsking] = useState(false)
  if (view.abilities.reopen !== 'yes') return null
  return (
    <Section title={t('reopenTitle')} lead={t('reopenLead')}>
      <p>
        <Button onClick={() => setAsking(true)}>{t('reopen')}</Button>
      </p>
      {asking && (
        <ReasonDialog
          caseId={view.caseId}
          of="reopen"
          title={t('reopenTitle')}
          label={t('reopenReason')}
          confirm={t('reopenConfirm')}
          act={(reason) => reopenCase(view.caseId, view.version, reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

/** When the case was opened again before, by whom and why. */
export function ReopeningsSection({ view: { reopenings } }: Props) {
  const t = useWords(followupWords)
  const formats = useFormats()
  if (reopenings.length === 0) return null
  return (
    <Section title={t('history')}>
      <ul className="follow-ups">
        {reopenings.map(({ at, by, reason }) => (
          <li key={at}>
            <small>{`${formats.moment(at)} · ${by.name}`}</small>
            <p dir="auto">{reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
