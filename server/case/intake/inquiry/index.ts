export { screeningSheet } from '../screening/screening.repository.ts'
export { viewInquiry } from './inquiry.view.ts'
export { receiveReferred } from './referred.actions.ts'
