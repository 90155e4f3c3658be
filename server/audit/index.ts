export { type Act, witness } from './witness.repository.ts'
