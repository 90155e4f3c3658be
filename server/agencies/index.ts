export { type ClockTime, isOpenAt } from './opening-hours.ts'
export { isInCatchment, limitOfLevel, outsideScope } from './reach.ts'
export {
  capacityOn,
  catchmentOn,
  hoursOn,
  isOpen,
  roomsOn,
  scopeOn,
  sitesOn,
} from './settings-in-force.queries.ts'
