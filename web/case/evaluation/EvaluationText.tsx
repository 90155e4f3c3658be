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
import { Facts, Section, useUiWords } from '#web/ui/index.ts'
import { evaluationWords } from './evaluation.words.ts'
import { GoalsRead } from './GoalsRead.tsx'

type Props = { view: EvaluationView }

/** What was written, to read. */
export function EvaluationText({ view }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const formats = useFormats()
  const ui = useUiWords()
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
            label: t('othersConsented'),
            value: sheet.subjects.some((one) => one === 'family' || one === 'other')
              ? sheet.othersConsented
                ? ui.yes
                : ui.no
              : null,
          },
          {
            label: t('methods'),
            value: formats.phrases(sheet.methods.map((one) => label(evaluationMethod, one))),
          },
        ]}
      />
      <GoalsRead view={view} />
      <Gaps view={view} />
      <Changes view={view} />
      <Ratings
        title={t('processTitle')}
        rated={processIndicator.codes.map((code) => ({
          label: label(processIndicator, code),
          ...sheet.processRatings[code],
        }))}
      />
      <Ratings
        title={t('appraisalTitle')}
        rated={planAppraisal.codes.map((code) => ({
          label: label(planAppraisal, code),
          ...sheet.appraisal[code],
        }))}
      />
    </>
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

/** Of the problem and the client’s abilities: before and now. */
function Changes({ view: { sheet } }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const changes = outcomeIndicator.codes.flatMap((code) => {
    const { before, after } = sheet.outcomeRatings[code]
    return before === '' && after === '' ? [] : [{ code, before, after }]
  })
  if (changes.length === 0) return null
  return (
    <Section title={t('outcomeTitle')}>
      {changes.map(({ code, before, after }) => (
        <div key={code}>
          <h3>{label(outcomeIndicator, code)}</h3>
          <Facts
            facts={[
              { label: t('before'), value: before },
              { label: t('after'), value: after },
            ]}
          />
        </div>
      ))}
    </Section>
  )
}

type Rated = { label: string; rating: number | null; evidence: string }

/** Ratings, each with what it rests on. Draws nothing where nothing was rated. */
function Ratings({ title, rated }: { title: string; rated: readonly Rated[] }) {
  const { language } = useLanguage()
  const said = rated.filter(({ rating, evidence }) => rating !== null || evidence !== '')
  if (said.length === 0) return null
  return (
    <Section title={title}>
      <Facts
        facts={said.map(({ label, rating, evidence }) => {
          const level = ratingLevel.levels.find((one) => one === rating)
          return {
            label,
            value: (
              <>
                {level !== undefined && <strong>{ratingLevel.label(level, language)}</strong>}
                {level !== undefined && evidence !== '' && ' · '}
                {evidence}
              </>
            ),
          }
        })}
      />
    </Section>
  )
}
