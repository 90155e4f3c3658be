import type { InterviewSheet } from '#contract/case/interview.ts'
import { contactMode, type InterviewTask, interviewTask, nextStep } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { type Fact, Facts, Section, useUiWords } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'
import { useInterviewLabels } from './useInterviewLabels.ts'

/** What the record says, part by part; what was left empty is left out. */
export function InterviewText({ sheet }: { sheet: InterviewSheet }) {
  const t = useWords(interviewWords)
  const fact = useFact(sheet)
  const facts = (...fields: (keyof InterviewSheet)[]) => <Facts facts={fields.map(fact)} />
  return (
    <>
      <Section title={t('narrativePart')}>
        {facts('purpose', 'process', 'overallEvaluation', 'suggestions')}
      </Section>
      <Section title={t('helpPart')}>{facts('reasonsForHelp', 'helpSeekingProcess')}</Section>
      <Section title={t('expectationPart')}>
        {facts(
          'expectations',
          'unrealisticClarified',
          'agencyRequirements',
          'jointEffortTold',
          'clientWishesRelationship',
        )}
      </Section>
      <Section title={t('tasksPart')}>{facts('tasksDone', 'tasksLeft')}</Section>
      <Section title={t('emotionPart')}>{facts('emotionBefore', 'emotionAfter')}</Section>
      <Section title={t('nextPart')}>{facts('preliminaryAgreement', 'nextStep', 'nextAt')}</Section>
      <Section title={t('whenPart')}>
        {facts('mode', 'place', 'placeIsPrivate', 'placeIsComfortable', 'participants')}
      </Section>
    </>
  )
}

/** A rating with the scale it stands on, or nothing. */
const ratingInWords = (rating: number | null) => (rating === null ? '' : `${rating} / 5`)

/** One field of the record in words. */
function useFact(sheet: InterviewSheet): (field: keyof InterviewSheet) => Fact {
  const t = useWords(interviewWords)
  const labels = useInterviewLabels()
  const label = useLabel()
  const formats = useFormats()
  const ui = useUiWords()
  const tasks = (list: readonly InterviewTask[]) =>
    formats.phrases(list.map((task) => label(interviewTask, task)))
  const inWords: Partial<Record<keyof InterviewSheet, string>> = {
    mode: sheet.mode === null ? '' : label(contactMode, sheet.mode),
    emotionBefore: ratingInWords(sheet.emotionBefore),
    emotionAfter: ratingInWords(sheet.emotionAfter),
    nextStep: sheet.nextStep === null ? '' : label(nextStep, sheet.nextStep),
    nextAt: sheet.nextAt === null ? '' : formats.moment(sheet.nextAt),
    tasksDone: tasks(sheet.tasksDone),
    tasksLeft: tasks(sheet.tasksLeft),
  }
  return (field) => {
    const value = sheet[field]
    const said = typeof value === 'boolean' ? (value ? ui.yes : ui.no) : String(value ?? '')
    const name = field === 'tasksDone' ? t('done') : field === 'tasksLeft' ? t('left') : labels[field]
    return { label: name, value: inWords[field] ?? said }
  }
}
