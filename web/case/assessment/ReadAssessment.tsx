import type { AssessmentSheet } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section } from '#web/ui/index.ts'
import { labelsOf } from './labels.ts'
import { ManyHands } from './ManyHands.tsx'
import { SheetValue } from './SheetValue.tsx'
import { sheetWords } from './sheet.words.ts'
import { Ties } from './Ties.tsx'

type Part = Readonly<{
  title: 'ground' | 'own' | 'life' | 'systems' | 'conclusion'
  fields: readonly (keyof AssessmentSheet)[]
}>

const ground: Part = {
  title: 'ground',
  fields: ['heldOn', 'place', 'methods', 'informants', 'explainedItems'],
}
const own: Part = { title: 'own', fields: ['presenting'] }
const life: Part = {
  title: 'life',
  fields: ['physical', 'psychological', 'social', 'behaviour', 'behaviourAgreed', 'limits', 'risks'],
}
const systems: Part = { title: 'systems', fields: ['microSystem', 'mezzoSystem', 'macroSystem'] }
const conclusion: Part = {
  title: 'conclusion',
  fields: [
    'helpNeeded',
    'needsCaseManagement',
    'caseManagementReason',
    'theories',
    'theoryNote',
    'summary',
    'suggestion',
    'plainWords',
  ],
}

/** The whole assessment to read, in the order of its sheet. */
export function ReadAssessment({ sheet }: { sheet: AssessmentSheet }) {
  return (
    <>
      <PartRead part={own} sheet={sheet} />
      <ListRead field="strengths" sheet={sheet} />
      <PartRead part={life} sheet={sheet} />
      <PartRead part={systems} sheet={sheet} />
      <ListRead field="problems" sheet={sheet} />
      <ListRead field="needs" sheet={sheet} />
      <Ties sheet={sheet} />
      <ManyHands sheet={sheet} />
      <PartRead part={conclusion} sheet={sheet} />
      <PartRead part={ground} sheet={sheet} />
    </>
  )
}

/** True for a field in which something stands. */
const isWritten = (value: unknown) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

function PartRead({ part, sheet }: { part: Part; sheet: AssessmentSheet }) {
  const t = useWords(sheetWords)
  const labels = labelsOf(t)
  const written = part.fields.filter((field) => isWritten(sheet[field]))
  if (written.length === 0) return null
  return (
    <Section title={t(part.title)}>
      <Facts
        facts={written.map((field) => ({
          label: labels[field],
          value: <SheetValue field={field} sheet={sheet} />,
        }))}
      />
    </Section>
  )
}

function ListRead({ field, sheet }: { field: 'strengths' | 'problems' | 'needs'; sheet: AssessmentSheet }) {
  const t = useWords(sheetWords)
  if (sheet[field].length === 0) return null
  return (
    <Section title={t(field)}>
      <SheetValue field={field} sheet={sheet} />
    </Section>
  )
}
