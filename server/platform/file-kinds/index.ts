export { type Inspected, inspect } from './inspect.ts'
export { type FileKind, fileKinds, type FileProblem, FileRefused } from './kinds.ts'
