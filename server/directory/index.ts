export { ArchiveTooLarge, filesIn } from './archive.ts'
export { type BroughtFiles, readBrought, TooManyRows } from './hsds-files.ts'
export { FileUnreadable } from './hsds-tables.ts'
export { reportOf } from './report.ts'
