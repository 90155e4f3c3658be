export { gatherFacts, type Print } from './facts.queries.ts'
export { type FirstContactFacts, firstContactOf, gatherFirstContact } from './first-contact.queries.ts'
export { gatheredForm } from './form.queries.ts'
export { printFacts } from './head.rows.ts'
