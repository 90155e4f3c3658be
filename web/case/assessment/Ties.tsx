import type { AssessmentSheet, Need, Problem } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Section, Table, Written } from '#web/ui/index.ts'
import { sheetWords } from './sheet.words.ts'

const written = (text = '') => <Written>{text}</Written>

type Tie = Readonly<{ key: string; problem: Problem; need: Need | null }>

/** Each problem with the needs that grow from it and what the client says themselves, side by side. */
export function Ties({ sheet }: { sheet: AssessmentSheet }) {
  const t = useWords(sheetWords)
  const ties = sheet.problems.flatMap((problem): Tie[] => {
    const needs = sheet.needs.filter(({ problemIds }) => problemIds.includes(problem.id))
    if (needs.length === 0) return [{ key: problem.id, problem, need: null }]
    return needs.map((need) => ({ key: `${problem.id}/${need.id}`, problem, need }))
  })
  if (ties.length === 0) return null
  return (
    <Section title={t('ties')}>
      <Table
        caption={t('ties')}
        rows={ties}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'problem',
            header: t('tieProblem'),
            cell: ({ problem }) => written(problem.description),
          },
          {
            key: 'need',
            header: t('tieNeed'),
            cell: ({ need }) => (need ? written(need.description) : t('noNeed')),
          },
          {
            key: 'words',
            header: t('tieWords'),
            cell: ({ need }) => written(need?.clientWords),
          },
        ]}
      />
    </Section>
  )
}
