export { emergencyNumbersOf } from './web-requests.repository.ts'
