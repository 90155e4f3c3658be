// Copies of a client's own file: who may ask, what is left out, and that what was made and handed over stays.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const rules = unit('server/file-copies/file-copy.test.ts')
const routes = (title) => unit('server/file-copies/file-copies.routes.test.ts', '-t', title)

export const fileCopies = [
  [
    'file copy: of an adult, asked for by a guardian',
    'server/file-copies/file-copy.ts',
    "capacity !== 'full'",
    'capacity.length > 0',
    rules,
  ],
  [
    'file copy: fetched before it is made',
    'server/file-copies/file-copy.ts',
    "fetch: ['produced', 'handed-over']",
    "fetch: ['decided', 'produced', 'handed-over']",
    rules,
  ],
  [
    'file copy: with a record that was left out',
    'server/file-copies/making.actions.ts',
    'new Set(leftOutRecords.map(({ id }) => id))',
    'new Set(leftOutRecords.map(({ reason }) => reason))',
    routes('a guardian asks'),
  ],
  [
    'file copy: handed over to somebody else afterwards',
    'server/migrations/2026-11-30-111-copy-a-clients-file.sql',
    'create trigger file_copies_stay before update on file_copies for each row execute function file_copies_stay();',
    '',
    routes('a guardian asks'),
  ],
  [
    'file copies: a package with an attachment that was taken away since',
    'server/file-copies/package.actions.ts',
    'released.some(({ id }) => !there.has(id))',
    'false',
    routes('a copy holds every version'),
  ],
  [
    'file copies: an attachment under the name that its sender gave it',
    'server/file-copies/packing.ts',
    "name.normalize('NFC').replaceAll(/[^\\p{L}\\p{M}\\p{N} ._()-]/gu, '_')",
    'name',
    unit('server/file-copies/packing.test.ts'),
  ],
]
