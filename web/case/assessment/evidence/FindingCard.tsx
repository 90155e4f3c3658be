import { useState } from 'react'
import type { FindingView } from '#contract/case/evidence.ts'
import { sensitiveKind, systemLevel } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Badge, Written } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'
import { FindingSource } from './FindingSource.tsx'
import { SettleForm } from './SettleForm.tsx'
import { SourceForm } from './SourceForm.tsx'

type FindingCardProps = { caseId: string; finding: FindingView }

/** One finding: what it is about, every source beside the others, and a contradiction until somebody settles it. */
export function FindingCard({ caseId, finding }: FindingCardProps) {
  const t = useWords(evidenceWords)
  const label = useLabel()
  return (
    <article className="evidence-card" data-contradicted={finding.contradicted}>
      <h5>
        <Written>{finding.matter ?? t('masked')}</Written>
      </h5>
      <p className="evidence-marks">
        <small>{label(systemLevel, finding.level)}</small>
        {finding.contradicted && <Badge tone="warn">{t('contradicted')}</Badge>}
        <Sensitive kinds={finding.sensitiveKinds} />
      </p>
      <ol className="evidence-sources">
        {finding.sources.map((source) => (
          <li key={source.id} data-stance={source.stance}>
            <FindingSource caseId={caseId} finding={finding} source={source} />
          </li>
        ))}
      </ol>
      <Settled finding={finding} />
      {!finding.masked && <NextSteps caseId={caseId} finding={finding} />}
    </article>
  )
}

/** Says of which sensitive kinds something is. */
export function Sensitive({ kinds }: { kinds: FindingView['sensitiveKinds'] }) {
  const t = useWords(evidenceWords)
  const label = useLabel()
  if (kinds.length === 0) return null
  return (
    <Badge>{t('sensitive', { kinds: kinds.map((kind) => label(sensitiveKind, kind)).join(' · ') })}</Badge>
  )
}

function Settled({ finding: { settlements } }: Pick<FindingCardProps, 'finding'>) {
  const t = useWords(evidenceWords)
  const formats = useFormats()
  return settlements.map(({ note, by, at }) => (
    <div key={at} className="evidence-settled">
      <p>
        <strong>{t('settledOn', { name: by.name, when: formats.moment(at) })}</strong>
      </p>
      {note !== null && (
        <p dir="auto">
          <Written>{note}</Written>
        </p>
      )}
    </div>
  ))
}

function NextSteps({ caseId, finding }: FindingCardProps) {
  const t = useWords(evidenceWords)
  const [open, setOpen] = useState<'source' | 'settle' | null>(null)
  const close = () => setOpen(null)
  if (open === 'source') return <SourceForm caseId={caseId} finding={finding} onDone={close} />
  if (open === 'settle') return <SettleForm caseId={caseId} finding={finding} onDone={close} />
  if (finding.abilities.add !== 'yes') return null
  return (
    <div className="page-actions">
      <ActionButton look="quiet" ability={finding.abilities.add} onClick={() => setOpen('source')}>
        {t('addSource')}
      </ActionButton>
      {finding.contradicted && (
        <ActionButton look="main" ability={finding.abilities.settle} onClick={() => setOpen('settle')}>
          {t('settle')}
        </ActionButton>
      )}
    </div>
  )
}
