import type { InterviewSheet, OutlineAnswer } from '#contract/case/interview.ts'
import { interviewTask } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'
import { useInterviewFacts } from './useInterviewFacts.ts'

type TextProps = { sheet: InterviewSheet }

/** Gathers fields of the record into one list; what was left empty is left out. */
function useFacts(sheet: InterviewSheet) {
  const factOf = useInterviewFacts()
  return (...fields: (keyof InterviewSheet)[]) => (
    <Facts facts={fields.map((field) => factOf(sheet, field))} />
  )
}

/** What is left of a record in which what was told is masked: no part of it stands there empty. */
export function OpenInterviewText({ sheet }: TextProps) {
  const t = useWords(interviewWords)
  const facts = useFacts(sheet)
  return (
    <>
      <Section title={t('tasksPart')}>
        {facts('tasksDone', 'tasksLeft', 'skillsUsed', 'jointEffortTold', 'clientWishesRelationship')}
      </Section>
      <Section title={t('nextPart')}>{facts('nextStep', 'nextAt')}</Section>
      <Section title={t('whenPart')}>{facts('mode', 'placeIsPrivate', 'placeIsComfortable')}</Section>
    </>
  )
}

/** What the record says, part by part; what was left empty is left out. */
export function InterviewText({ sheet }: TextProps) {
  const t = useWords(interviewWords)
  const facts = useFacts(sheet)
  return (
    <>
      <Section title={t('narrativePart')}>
        {facts('purpose', 'process', 'overallEvaluation', 'suggestions')}
        {facts('reactions', 'silence', 'skillsUsed')}
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
      {sheet.outlineAnswers.some(wasPut) && (
        <Section title={t('outlineAnswers')} lead={sheet.outlineTitle}>
          <OutlineAnswers sheet={sheet} />
        </Section>
      )}
      <Section title={t('tasksPart')}>
        {facts('tasksDone', 'tasksLeft')}
        <TaskNotes sheet={sheet} />
      </Section>
      <Section title={t('emotionPart')}>
        {facts('emotionBefore', 'emotionWordsBefore', 'observedBefore')}
        {facts('emotionAfter', 'emotionWordsAfter', 'observedAfter')}
        {facts('observedWords', 'emotionHandled')}
      </Section>
      <Section title={t('nextPart')}>{facts('preliminaryAgreement', 'nextStep', 'nextAt')}</Section>
      <Section title={t('whenPart')}>
        {facts('mode', 'place', 'placeIsPrivate', 'placeIsComfortable', 'attendees', 'participants')}
      </Section>
    </>
  )
}

/** What was done for each task, as far as it was written. */
function TaskNotes({ sheet: { taskNotes } }: { sheet: InterviewSheet }) {
  const label = useLabel()
  return (
    <Facts facts={taskNotes.map(({ task, note }) => ({ label: label(interviewTask, task), value: note }))} />
  )
}

/** A question that was asked or answered; the others were only prepared. */
const wasPut = ({ asked, answer }: OutlineAnswer) => asked || answer.trim() !== ''

/** Each question that was put, with its answer; what was asked without one says so. */
function OutlineAnswers({ sheet: { outlineAnswers } }: { sheet: InterviewSheet }) {
  const t = useWords(interviewWords)
  const said = ({ asked, answer }: OutlineAnswer) => (answer.trim() === '' && asked ? t('asked') : answer)
  return (
    <Facts
      facts={outlineAnswers.filter(wasPut).map((line) => ({ label: line.question, value: said(line) }))}
    />
  )
}
