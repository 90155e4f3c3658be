export { endPlanning } from './ending.repository.ts'
export type { LevelsFound } from './goal-ending.ts'
