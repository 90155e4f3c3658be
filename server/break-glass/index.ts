export { endByClock } from './break-glass.repository.ts'
