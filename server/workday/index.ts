export { defaultContactDays, defaultDeadlines, defaultHourlyDeadlines, type DaySpan } from './deadlines.ts'
export { dueAt } from './due.ts'
export { giveNotice, type NewNotice } from './notices.repository.ts'
export { schedule, settle, settleAll, type TaskPlace } from './tasks.repository.ts'
