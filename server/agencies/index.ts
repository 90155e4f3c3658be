export { codesVersions, refuseUnlessKnownCodes, speakerOf } from './code-words.queries.ts'
export { type Limits, limitsOn } from './limits.queries.ts'
export { type ClockTime, isOpenAt } from './opening-hours.ts'
export { isInCatchment, limitOfLevel, outsideScope } from './reach.ts'
export {
  capacityOn,
  catchmentOn,
  hoursOn,
  isOpen,
  roomsOn,
  scopeOn,
  siteNameOn,
  siteNamesOn,
  sitesOn,
} from './settings-in-force.queries.ts'
export { caseNumberOn, type FieldInForce, fieldsOn, rulesOn, templateOn } from './work-in-force.queries.ts'
