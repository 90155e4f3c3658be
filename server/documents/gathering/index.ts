export { gatherFacts, type Print } from './facts.queries.ts'
export { gatheredForm } from './form.queries.ts'
