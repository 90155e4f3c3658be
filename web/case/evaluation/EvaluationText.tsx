import type { EvaluationView } from '#contract/case/evaluation.ts'
import {
  evaluationConclusion,
  evaluationMethod,
  evaluationSubject,
  outcomeIndicator,
  planAppraisal,
  processIndicator,
  ratingLevel,
} from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section } from '#web/ui/index.ts'
import { AttainmentDrawing } from './AttainmentDrawing.tsx'
import { ratingOf, weighedGoals } from './fields.ts'
import { LevelGrid } from './GoalsSection.tsx'
import { evaluationWords } from './evaluation.words.ts'

type Props = { view: EvaluationView }

/** What was written, to read. */
export function EvaluationText({ view }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const formats = useFormats()
  const { sheet } = view
  const conclusion = sheet.conclusion && label(evaluationConclusion, sheet.conclusion)
  return (
    <>
      <Facts
        facts={[
          { label: t('conclusion'), value: conclusion && <strong>{conclusion}</strong> },
          { label: t('lessons'), value: sheet.lessons },
          { label: t('heldOn'), value: sheet.heldOn && formats.date(sheet.heldOn) },
          {
            label: t('subjects'),
            value: formats.phrases(sheet.subjects.map((one) => label(evaluationSubject, one))),
          },
          {
            label: t('methods'),
            value: formats.phrases(sheet.methods.map((one) => label(evaluationMethod, one))),
          },
        ]}
      />
      <Goals view={view} />
      <Gaps view={view} />
      <Ratings view={view} />
    </>
  )
}

function Goals({ view }: Props) {
  const t = useWords(evaluationWords)
  return (
    <Section title={t('goalsTitle')}>
      {weighedGoals(view).map((goal) => {
        const rating = ratingOf(view.sheet.goalRatings, goal.id)
        return (
          <div key={goal.id} className="attained">
            <h3 dir="auto">{goal.statement}</h3>
            <LevelGrid goal={goal} rating={rating} />
            {rating.evidence && <Facts facts={[{ label: t('evidence'), value: rating.evidence }]} />}
          </div>
        )
      })}
      <AttainmentDrawing attainment={view.attainment} />
    </Section>
  )
}

function Gaps({ view: { sheet } }: Props) {
  const t = useWords(evaluationWords)
  const formats = useFormats()
  if (sheet.gaps.length === 0) return null
  return (
    <Section title={t('gapsTitle')}>
      {sheet.gaps.map(({ id, planned, actual, cause, measure, owner, dueOn }) => (
        <Facts
          key={id}
          facts={[
            { label: t('planned'), value: planned },
            { label: t('actual'), value: actual },
            { label: t('cause'), value: cause },
            { label: t('measure'), value: measure },
            { label: t('owner'), value: owner },
            { label: t('dueOn'), value: dueOn && formats.date(dueOn) },
          ]}
        />
      ))}
    </Section>
  )
}

function Ratings({ view: { sheet } }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const { language } = useLanguage()
  const said = ({ rating, evidence }: { rating: number | null; evidence: string }) => {
    const level = ratingLevel.levels.find((one) => one === rating)
    return [level === undefined ? '' : ratingLevel.label(level, language), evidence]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Section title={t('processTitle')}>
      <Facts
        facts={[
          ...outcomeIndicator.codes.map((code) => ({
            label: label(outcomeIndicator, code),
            value: [sheet.outcomeRatings[code].before, sheet.outcomeRatings[code].after]
              .filter(Boolean)
              .join(' → '),
          })),
          ...processIndicator.codes.map((code) => ({
            label: label(processIndicator, code),
            value: said(sheet.processRatings[code]),
          })),
          ...planAppraisal.codes.map((code) => ({
            label: label(planAppraisal, code),
            value: said(sheet.appraisal[code]),
          })),
        ]}
      />
    </Section>
  )
}
