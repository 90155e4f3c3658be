import type { ReactNode } from 'react'
import type { AssessmentSheet, Need, Problem } from '#contract/case/assessment.ts'
import {
  collectionMethod,
  difficulty,
  explainedItem,
  lifeDomain,
  priority,
  problemNature,
  receiverKind,
  sensitiveKind,
  severity,
  systemLevel,
  theory,
} from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, useUiWords } from '#web/ui/index.ts'
import { sheetWords } from './sheet.words.ts'

/** Between labels that stand side by side: each keeps its capital letter. */
const between = ' · '

/** One field of the sheet, to read. Draws nothing where nothing is written. */
export function SheetValue({
  field,
  sheet,
}: {
  field: keyof AssessmentSheet
  sheet: AssessmentSheet
}): ReactNode {
  const label = useLabel()
  const formats = useFormats()
  const ui = useUiWords()
  if (field === 'heldOn') return sheet.heldOn && formats.date(sheet.heldOn)
  if (field === 'methods') return sheet.methods.map((code) => label(collectionMethod, code)).join(between)
  if (field === 'explainedItems')
    return sheet.explainedItems.map((code) => label(explainedItem, code)).join(between)
  if (field === 'theories') return sheet.theories.map((code) => label(theory, code)).join(between)
  if (field === 'helpNeeded') return sheet.helpNeeded.map((code) => label(receiverKind, code)).join(between)
  if (field === 'sensitiveKinds')
    return sheet.sensitiveKinds.map((code) => label(sensitiveKind, code)).join(between)
  if (field === 'needsCaseManagement')
    return sheet.needsCaseManagement === null ? null : sheet.needsCaseManagement ? ui.yes : ui.no
  if (field === 'strengths') return <Strengths sheet={sheet} />
  if (field === 'problems') return sheet.problems.map((row) => <ProblemRead key={row.id} problem={row} />)
  if (field === 'needs') return sheet.needs.map((row) => <NeedRead key={row.id} need={row} sheet={sheet} />)
  return sheet[field]
}

function Strengths({ sheet }: { sheet: AssessmentSheet }) {
  const label = useLabel()
  return (
    <ul className="assessment-strengths">
      {sheet.strengths.map(({ id, level, description }) => (
        <li key={id} dir="auto">
          {description}
          {level && <small>{` · ${label(systemLevel, level)}`}</small>}
        </li>
      ))}
    </ul>
  )
}

function ProblemRead({ problem }: { problem: Problem }) {
  const t = useWords(sheetWords)
  const label = useLabel()
  return (
    <article className="assessment-card">
      <h3 dir="auto">{problem.description}</h3>
      <Facts
        facts={[
          { label: t('domain'), value: problem.domain && label(lifeDomain, problem.domain) },
          { label: t('since'), value: problem.since },
          { label: t('cause'), value: problem.cause },
          { label: t('nature'), value: problem.nature && label(problemNature, problem.nature) },
          { label: t('degree'), value: problem.degree && label(severity, problem.degree) },
          { label: t('factors'), value: problem.factors },
          { label: t('clientRank'), value: problem.clientRank },
          { label: t('workerRank'), value: problem.workerRank },
          { label: t('difficulty'), value: problem.difficulty && label(difficulty, problem.difficulty) },
        ]}
      />
    </article>
  )
}

function NeedRead({ need, sheet }: { need: Need; sheet: AssessmentSheet }) {
  const t = useWords(sheetWords)
  const label = useLabel()
  const linked = sheet.problems.filter(({ id }) => need.problemIds.includes(id))
  return (
    <article className="assessment-card">
      <h3 dir="auto">{need.description}</h3>
      <Facts
        facts={[
          { label: t('clientWords'), value: need.clientWords },
          { label: t('priority'), value: need.priority && label(priority, need.priority) },
          { label: t('problemIds'), value: linked.map(({ description }) => description).join(between) },
        ]}
      />
    </article>
  )
}
