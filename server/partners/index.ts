export { partnerNamed, partnersHere } from './partners.queries.ts'
