export { FileTooLarge, fileStore, type FileStore, type StagedFile } from './file-store.ts'
export { piecesOf, type Readable, SealedFileBroken, type SealedReader } from './sealed-file.ts'
