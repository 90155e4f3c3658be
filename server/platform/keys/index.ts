export { type Keys, passingKeys, type Purpose } from './keys.ts'
export { loadKeys } from './key-file.ts'
export { fingerprint, open, seal, sign, verified } from './seal.ts'
