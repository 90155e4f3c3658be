import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BreakGlassLine } from '#contract/break-glass.ts'
import { breakGlassGround, breakGlassVerdict } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, Button, Facts, PersonName, Section, Written } from '#web/ui/index.ts'
import { closeBreakGlass } from './break-glass.api.ts'
import { openingsWords } from './openings.words.ts'
import { ReviewForm } from './ReviewForm.tsx'

const stateWords = {
  running: ['running', 'warn'],
  unreviewed: ['waiting', 'info'],
  overdue: ['overdue', 'warn'],
  reviewed: ['reviewed', 'done'],
} as const satisfies Record<BreakGlassLine['state'], readonly [string, string]>

/** One opening: who, why, how long, and what another thinks of it. */
export function OpeningCard({ opening }: { opening: BreakGlassLine }) {
  const t = useWords(openingsWords)
  const queries = useQueryClient()
  const [reviewing, review] = useState(false)
  const [word, tone] = stateWords[opening.state]
  const refresh = () => queries.invalidateQueries({ queryKey: ['break-glass'] })
  const closing = useMutation({ mutationFn: () => closeBreakGlass(opening.id), onSuccess: refresh })
  const seesCase = opening.abilities.review !== 'not-you' || opening.abilities.close === 'yes'
  return (
    <Section
      title={opening.caseNumber}
      actions={
        <>
          <Badge tone={tone}>{t(word)}</Badge>
          {opening.abilities.close === 'yes' && (
            <Button busy={closing.isPending} onClick={() => closing.mutate()}>
              {t('close')}
            </Button>
          )}
          {opening.abilities.review === 'yes' && !reviewing && (
            <Button onClick={() => review(true)}>{t('review')}</Button>
          )}
        </>
      }
    >
      <OpeningFacts opening={opening} />
      {seesCase && <Link to={`/cases/${opening.caseId}`}>{t('toCase')}</Link>}
      <RefusalNote error={closing.error} />
      {reviewing && <ReviewForm opening={opening} onDone={refresh} onCancel={() => review(false)} />}
    </Section>
  )
}

function OpeningFacts({ opening }: { opening: BreakGlassLine }) {
  const t = useWords(openingsWords)
  const label = useLabel()
  const formats = useFormats()
  const { review } = opening
  const period = {
    from: formats.moment(opening.openedAt),
    to: formats.moment(opening.endedAt ?? opening.until),
  }
  return (
    <Facts
      facts={[
        { label: t('who'), value: <PersonName>{opening.openedBy.name}</PersonName> },
        { label: t('time'), value: t('period', period) },
        { label: t('ground'), value: label(breakGlassGround, opening.ground) },
        { label: t('reason'), value: opening.reason && <Written>{opening.reason}</Written> },
        { label: t('reviewDue'), value: review ? null : formats.moment(opening.reviewDueAt) },
        {
          label: t('reviewed'),
          value: review && (
            <>
              {label(breakGlassVerdict, review.verdict)}
              {review.words && ' · '}
              {review.words && <Written>{review.words}</Written>}{' '}
              <small>{t('reviewedBy', { who: review.by.name, when: formats.moment(review.at) })}</small>
            </>
          ),
        },
      ]}
    />
  )
}
