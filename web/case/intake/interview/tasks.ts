import type { InterviewSheet } from '#contract/case/interview.ts'
import { type InterviewTask, interviewTask } from '#contract/codes/index.ts'

type Answers = Pick<InterviewSheet, 'tasksDone' | 'tasksLeft'>

/** Whether a task was done or left for later; null while nobody said. */
export function answerOf({ tasksDone, tasksLeft }: Answers, task: InterviewTask) {
  if (tasksDone.includes(task)) return 'done'
  return tasksLeft.includes(task) ? 'left' : null
}

/** All six tasks once each is answered; nothing before that, for six answers are one whole. */
export const answeredTasks = (sheet: Answers): readonly InterviewTask[] =>
  interviewTask.codes.every((task) => answerOf(sheet, task) !== null) ? interviewTask.codes : []

type Notes = Pick<InterviewSheet, 'taskNotes'>

/** What was done for a task; empty while nothing was written. */
export const noteOf = ({ taskNotes }: Notes, task: InterviewTask): string =>
  taskNotes.find((one) => one.task === task)?.note ?? ''

/** The notes with that of one task changed, in the order of the tasks; an empty note is none. */
export function withNote(
  { taskNotes }: Notes,
  task: InterviewTask,
  note: string,
): InterviewSheet['taskNotes'] {
  const texts = new Map(taskNotes.map((one) => [one.task, one.note]))
  texts.set(task, note)
  return interviewTask.codes.flatMap((code) => {
    const text = texts.get(code)
    return text ? [{ task: code, note: text }] : []
  })
}
