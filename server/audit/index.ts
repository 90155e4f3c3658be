export { type AuditBook, auditBook } from './book.repository.ts'
export { type Act, linesElsewhere, sealedLines, type SealedLine, witness } from './witness.repository.ts'
