export { schedule, settle, settleAll, type TaskPlace } from './tasks.repository.ts'
