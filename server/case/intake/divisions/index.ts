export { divisionNames } from './editions.repository.ts'
