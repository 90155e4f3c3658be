import type { Problem } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RowsField, Section } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { ProblemCard } from './ProblemCard.tsx'
import { sheetWords } from './sheet.words.ts'

const newProblem = (): Problem => ({
  id: crypto.randomUUID(),
  domain: null,
  description: '',
  cause: '',
  nature: null,
  degree: null,
  factors: '',
  since: '',
  clientRank: null,
  workerRank: null,
  difficulty: null,
})

/** The problems as cards one adds and fills. A need forgets a problem that is removed. */
export function ProblemsSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const { needs } = fields.sheet
  const change = (problems: Problem[]) => {
    const ids = new Set(problems.map(({ id }) => id))
    fields.set('problems')(problems)
    if (needs.some(({ problemIds }) => problemIds.some((id) => !ids.has(id))))
      fields.set('needs')(
        needs.map((need) => ({ ...need, problemIds: need.problemIds.filter((id) => ids.has(id)) })),
      )
  }
  return (
    <Section title={t('problems')} lead={t('problemsLead')}>
      <RowsField<Problem>
        label={t('problems')}
        newRow={newProblem}
        addLabel={t('addProblem')}
        rowName={(_, index) => t('problemNumber', { number: index + 1 })}
        reorder
        max={40}
        {...fields.field('problems')}
        onChange={change}
      >
        {(row) => <ProblemCard row={row} errorAt={fields.errorAt} />}
      </RowsField>
    </Section>
  )
}
