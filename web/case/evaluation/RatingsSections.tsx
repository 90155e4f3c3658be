import { outcomeIndicator, planAppraisal, processIndicator } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { FieldRow, LongTextField, RatingField, Section } from '#web/ui/index.ts'
import type { EvaluationFields } from './fields.ts'
import { evaluationWords } from './evaluation.words.ts'

type Props = { fields: EvaluationFields }

/** How the work went: four ratings, each with what it rests on. */
export function ProcessSection({ fields }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const { processRatings } = fields.sheet
  return (
    <Section title={t('processTitle')}>
      {processIndicator.codes.map((code) => (
        <RatedField
          key={code}
          path={`processRatings.${code}`}
          label={label(processIndicator, code)}
          value={processRatings[code]}
          fields={fields}
          onChange={(value) => fields.set('processRatings')({ ...processRatings, [code]: value })}
        />
      ))}
    </Section>
  )
}

/** Whether the plan could be carried out and fitted, and how far the client has changed. */
export function AppraisalSection({ fields }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const { appraisal } = fields.sheet
  return (
    <Section title={t('appraisalTitle')}>
      {planAppraisal.codes.map((code) => (
        <RatedField
          key={code}
          path={`appraisal.${code}`}
          label={label(planAppraisal, code)}
          value={appraisal[code]}
          fields={fields}
          onChange={(value) => fields.set('appraisal')({ ...appraisal, [code]: value })}
        />
      ))}
    </Section>
  )
}

type Rated = { rating: number | null; evidence: string }
type RatedFieldProps = Props & { path: string; label: string; value: Rated; onChange: (value: Rated) => void }

function RatedField({ path, label, value, onChange, fields }: RatedFieldProps) {
  const t = useWords(evaluationWords)
  return (
    <div className="rated">
      <RatingField
        id={path}
        label={label}
        ends={[t('low'), t('high')]}
        value={value.rating}
        error={fields.errorAt(path)}
        onChange={(rating) => onChange({ ...value, rating })}
      />
      <LongTextField
        label={t('reasons')}
        rows={1}
        value={value.evidence}
        onChange={(evidence) => onChange({ ...value, evidence })}
      />
    </div>
  )
}

const told = [
  'problem-improvement',
  'ability-improvement',
] as const satisfies readonly (typeof outcomeIndicator.codes)[number][]

/** What changed of the problem and of the client’s abilities: before and now. */
export function ChangesSection({ fields }: Props) {
  const t = useWords(evaluationWords)
  const label = useLabel()
  const { outcomeRatings } = fields.sheet
  return (
    <Section title={t('outcomeTitle')}>
      {told.map((code) => {
        const value = outcomeRatings[code]
        const change = (part: Partial<typeof value>) =>
          fields.set('outcomeRatings')({ ...outcomeRatings, [code]: { ...value, ...part } })
        const name = label(outcomeIndicator, code)
        const path = `outcomeRatings.${code}`
        return (
          <FieldRow key={code}>
            <LongTextField
              label={`${name} · ${t('before')}`}
              rows={2}
              value={value.before}
              onChange={(before) => change({ before })}
            />
            <LongTextField
              id={path}
              label={`${name} · ${t('after')}`}
              rows={2}
              value={value.after}
              error={fields.errorAt(path)}
              onChange={(after) => change({ after })}
            />
          </FieldRow>
        )
      })}
    </Section>
  )
}
