import { useState } from 'react'
import type { FindingView } from '#contract/case/evidence.ts'
import { collectionMethod, perspective, sourceStance } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, PersonName, Written } from '#web/ui/index.ts'
import { evidenceWords } from './evidence.words.ts'
import { TakeBackDialog } from './TakeBackDialog.tsx'

type FindingSourceProps = { caseId: string; finding: FindingView; source: FindingView['sources'][number] }

/** What one source said: who, how it was learned, when; struck through where it was an error. */
export function FindingSource({ caseId, finding, source }: FindingSourceProps) {
  const t = useWords(evidenceWords)
  const label = useLabel()
  const formats = useFormats()
  const [leaving, leave] = useState(false)
  const learned = {
    method: label(collectionMethod, source.method, source.recordedAt),
    when: formats.date(source.learnedOn),
  }
  return (
    <>
      <p className="evidence-who">
        <strong>{label(perspective, source.saidBy)}</strong>
        {source.saidByName && <PersonName>{source.saidByName}</PersonName>}
        {source.stance === 'contradicts' && !source.takenBack && (
          <Badge tone="warn">{label(sourceStance, source.stance)}</Badge>
        )}
      </p>
      {source.says !== null && (
        <p dir="auto" className="evidence-says">
          {source.takenBack ? (
            <s>
              <Written>{source.says}</Written>
            </s>
          ) : (
            <Written>{source.says}</Written>
          )}
        </p>
      )}
      <p className="evidence-learned">
        {t('learned', learned)}
        {` · ${t('writtenBy', { name: source.recordedBy.name })}`}
      </p>
      {source.takenBack && (
        <p className="evidence-learned">
          {t('takenBack', {
            name: source.takenBack.by.name,
            when: formats.moment(source.takenBack.at),
            reason: source.takenBack.reason ?? '',
          })}
        </p>
      )}
      {!source.takenBack && !finding.masked && finding.abilities.add === 'yes' && (
        <Button look="quiet" onClick={() => leave(true)}>
          {t('takeBack')}
        </Button>
      )}
      {leaving && (
        <TakeBackDialog caseId={caseId} finding={finding} sourceId={source.id} onClose={() => leave(false)} />
      )}
    </>
  )
}
