export {
  defaultContactDays,
  defaultDeadlines,
  defaultHourlyDeadlines,
  type DaySpan,
  spanOf,
} from './deadlines.ts'
export { dueAfter } from './deadlines.ts'
export { dueAt } from './due.ts'
export { giveNotice, type NewNotice } from './notices.repository.ts'
export { isOpen, schedule, settle, settleAll, type TaskPlace } from './tasks.repository.ts'
export { addDays, addMonths } from './working-days.ts'
