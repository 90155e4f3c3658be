import { useState } from 'react'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { correctedSheet } from '#contract/case/assessment-lines.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import { clientViewWords } from './client-view.words.ts'
import { ReadAssessment } from './ReadAssessment.tsx'

/** The assessment to read; where the client corrected lines, their version and the one that was signed, one or the other. */
export function SheetVersions({
  view: { sheet, masked, clientView, furtherViews },
}: {
  view: AssessmentView
}) {
  const t = useWords(clientViewWords)
  const [version, choose] = useState<'corrected' | 'signed'>('corrected')
  // Where two put the same line right, the client's words stand in the text; both stand above it.
  const corrections = [...furtherViews, ...(clientView ? [clientView] : [])].flatMap((one) => one.corrections)
  if (corrections.length === 0) return <ReadAssessment sheet={sheet} masked={masked} />
  return (
    <>
      <ChoiceField
        label={t('versions')}
        choices={[
          { value: 'corrected', label: t('correctedVersion') },
          { value: 'signed', label: t('signedVersion') },
        ]}
        value={version}
        onChange={choose}
      />
      <ReadAssessment sheet={version === 'signed' ? sheet : correctedSheet(sheet, corrections)} />
    </>
  )
}
