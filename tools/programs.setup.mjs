// Before tests that start whole programs.
export { ensurePrograms as default } from './programs.mjs'
