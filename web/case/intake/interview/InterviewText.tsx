import type { InterviewSheet, OutlineAnswer } from '#contract/case/interview.ts'
import { interviewTask } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section } from '#web/ui/index.ts'
import { interviewWords } from './interview.words.ts'
import { useInterviewFacts } from './useInterviewFacts.ts'

/** What the record says, part by part; what was left empty is left out. */
export function InterviewText({ sheet }: { sheet: InterviewSheet }) {
  const t = useWords(interviewWords)
  const factOf = useInterviewFacts()
  const facts = (...fields: (keyof InterviewSheet)[]) => (
    <Facts facts={fields.map((field) => factOf(sheet, field))} />
  )
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
      {sheet.outlineAnswers.length > 0 && (
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

/** Each question with its answer; what was asked without one, or not asked at all, says so. */
function OutlineAnswers({ sheet: { outlineAnswers } }: { sheet: InterviewSheet }) {
  const t = useWords(interviewWords)
  const said = ({ asked, answer }: OutlineAnswer) =>
    answer.trim() === '' ? t(asked ? 'asked' : 'notAsked') : answer
  return <Facts facts={outlineAnswers.map((line) => ({ label: line.question, value: said(line) }))} />
}
