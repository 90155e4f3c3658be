import type { AssessmentSheet, AssessmentView } from '#contract/case/assessment.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section } from '#web/ui/index.ts'
import { labelsOf } from './labels.ts'
import { maskedWords } from './masked.words.ts'
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
    'sensitiveKinds',
  ],
}

type ReadProps = { sheet: AssessmentSheet; masked?: AssessmentView['masked'] }

/** The whole assessment to read, in the order of its sheet; what is masked says so where it would stand. */
export function ReadAssessment({ sheet, masked = null }: ReadProps) {
  const hides = (field: keyof AssessmentSheet) => masked?.fields.includes(field) ?? false
  return (
    <>
      <PartRead part={own} sheet={sheet} hides={hides} />
      <ListRead field="strengths" sheet={sheet} hides={hides} />
      <PartRead part={life} sheet={sheet} hides={hides} />
      <PartRead part={systems} sheet={sheet} hides={hides} />
      <ListRead field="problems" sheet={sheet} hides={hides} />
      <ListRead field="needs" sheet={sheet} hides={hides} />
      <Ties sheet={sheet} />
      <ManyHands sheet={sheet} />
      <PartRead part={conclusion} sheet={sheet} hides={hides} />
      <PartRead part={ground} sheet={sheet} hides={hides} />
    </>
  )
}

/** True for a field in which something stands. */
const isWritten = (value: unknown) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

type Shown = { sheet: AssessmentSheet; hides: (field: keyof AssessmentSheet) => boolean }

function PartRead({ part, sheet, hides }: Shown & { part: Part }) {
  const t = useWords(sheetWords)
  const say = useWords(maskedWords)
  const labels = labelsOf(t)
  const written = part.fields.filter((field) => isWritten(sheet[field]) || hides(field))
  if (written.length === 0) return null
  return (
    <Section title={t(part.title)}>
      <Facts
        facts={written.map((field) => ({
          label: labels[field],
          value: hides(field) ? say('notShown') : <SheetValue field={field} sheet={sheet} />,
        }))}
      />
    </Section>
  )
}

function ListRead({ field, sheet, hides }: Shown & { field: 'strengths' | 'problems' | 'needs' }) {
  const t = useWords(sheetWords)
  const say = useWords(maskedWords)
  if (hides(field)) return <Section title={t(field)}>{say('notShown')}</Section>
  if (sheet[field].length === 0) return null
  return (
    <Section title={t(field)}>
      <SheetValue field={field} sheet={sheet} />
    </Section>
  )
}
