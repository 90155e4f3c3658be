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
