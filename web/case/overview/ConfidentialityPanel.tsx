import { useState } from 'react'
import type { CaseView } from '#contract/case/overview.ts'
import { confidentiality } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Button, SidePanel } from '#web/ui/index.ts'
import { ConfidentialityDialog } from './ConfidentialityDialog.tsx'
import { confidentialityWords } from './confidentiality.words.ts'

/** Who may see the case and why, beside it; whoever may draws the circle anew. */
export function ConfidentialityPanel({ caseView }: { caseView: CaseView }) {
  const t = useWords(confidentialityWords)
  const label = useLabel()
  const formats = useFormats()
  const [asking, setAsking] = useState(false)
  const { confided } = caseView
  return (
    <SidePanel title={t('title')}>
      <p>
        <strong>{label(confidentiality, caseView.confidentiality)}</strong>
      </p>
      <p>{t(caseView.confidentiality)}</p>
      {confided && (
        <>
          <p dir="auto">{confided.reason}</p>
          <p>
            <small>{t('changedBy', { who: confided.by.name, when: formats.moment(confided.at) })}</small>
          </p>
        </>
      )}
      {caseView.abilities.confide === 'yes' && (
        <p>
          <Button onClick={() => setAsking(true)}>{t('change')}</Button>
        </p>
      )}
      {asking && <ConfidentialityDialog caseView={caseView} onClose={() => setAsking(false)} />}
    </SidePanel>
  )
}
