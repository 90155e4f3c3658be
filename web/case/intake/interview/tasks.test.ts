import { expect, test } from 'vitest'
import type { InterviewSheet } from '#contract/case/interview.ts'
import { interviewTask } from '#contract/codes/index.ts'
import { answeredTasks, answerOf } from './tasks.ts'

type Answers = Pick<InterviewSheet, 'tasksDone' | 'tasksLeft'>
const [first, ...others] = interviewTask.codes

test('five answers of six count as none; the sixth makes them whole', () => {
  const five: Answers = { tasksDone: [], tasksLeft: others }
  const six: Answers = { tasksDone: first ? [first] : [], tasksLeft: others }
  expect(answeredTasks(five)).toEqual([])
  expect(answeredTasks(six)).toEqual(interviewTask.codes)
})

test('a task is done, left for later, or not answered', () => {
  const sheet: Answers = { tasksDone: ['workflow'], tasksLeft: ['roles-and-duties'] }
  expect(answerOf(sheet, 'workflow')).toBe('done')
  expect(answerOf(sheet, 'roles-and-duties')).toBe('left')
  expect(answerOf(sheet, 'entering-the-role')).toBeNull()
})
