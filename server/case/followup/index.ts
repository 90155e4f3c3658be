export { planAftercare } from './followup.actions.ts'
