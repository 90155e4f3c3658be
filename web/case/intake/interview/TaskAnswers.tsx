import type { InterviewSheet } from '#contract/case/interview.ts'
import { type InterviewTask, interviewTask } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import { ChoiceField, LongTextField } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { InterviewPartProps } from './interview-part.ts'
import { interviewWords } from './interview.words.ts'
import { answerOf, noteOf, withNote } from './tasks.ts'

/** The six tasks of an intake interview: each was done, or is left for later, and what was done for it. */
export function TaskAnswers({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const label = useLabel()
  const { error } = useFieldErrors(sheet, refused)('tasksDone')
  const answers = [
    { value: 'done', label: t('done') },
    { value: 'left', label: t('left') },
  ] as const
  return (
    <div id="tasksDone" className="task-answers">
      {interviewTask.codes.map((task) => (
        <div key={task} className="task-answer">
          <ChoiceField
            label={label(interviewTask, task)}
            choices={answers}
            value={answerOf(sheet.value, task)}
            onChange={(answer) => answerTask(sheet, task, answer)}
            error={answerOf(sheet.value, task) === null ? error : undefined}
          />
          {answerOf(sheet.value, task) !== null && (
            <LongTextField
              label={t('taskNote', { task: label(interviewTask, task) })}
              rows={1}
              value={noteOf(sheet.value, task)}
              onChange={(note) => sheet.set('taskNotes')(withNote(sheet.value, task, note))}
            />
          )}
        </div>
      ))}
    </div>
  )
}

/** Moves a task into the list of its answer; the lists stay in the order of the tasks. */
function answerTask(sheet: DraftSheet<InterviewSheet>, task: InterviewTask, answer: 'done' | 'left') {
  const listed = (list: readonly InterviewTask[], here: boolean) =>
    interviewTask.codes.filter((code) => (code === task ? here : list.includes(code)))
  sheet.set('tasksDone')(listed(sheet.value.tasksDone, answer === 'done'))
  sheet.set('tasksLeft')(listed(sheet.value.tasksLeft, answer === 'left'))
}
