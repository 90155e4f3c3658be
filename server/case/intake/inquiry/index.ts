export { receiveReferred } from './referred.actions.ts'
