// The directory of agencies and services, and what is brought into it.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const imports = unit('server/directory/imports.routes.test.ts')
const report = unit('server/directory/report.test.ts')

export const directory = [
  [
    'directory: an import undone over what a hand has changed since',
    'server/directory/imports.actions.ts',
    'if (byHand > 0 && !loseChanges)',
    'if (byHand > 1_000_000 && !loseChanges)',
    imports,
  ],
  [
    'directory: an earlier import undone before a later one',
    'server/directory/imports.actions.ts',
    "if (byImport > 0) throw new Refusal('directory/later-import', { count: byImport })",
    "if (byImport < 0) throw new Refusal('directory/later-import', { count: byImport })",
    imports,
  ],
  [
    'directory: what stood there before is not noted',
    'server/directory/imports.repository.ts',
    'set earlier = r.content, earlier_import = r.import_id,',
    'set earlier = null, earlier_import = r.import_id,',
    imports,
  ],
  [
    'directory: a cell that becomes a formula',
    'server/directory/inert-cells.renderer.ts',
    'return value.startsWith("\'") ? `\'${value}` : inert(value)',
    'return value',
    imports,
  ],
  [
    'directory: a row that hangs on a refused one is taken',
    'server/directory/checking.ts',
    'if (required && pointsAt && id !== undefined && !this.has(pointsAt, id)) return name',
    'if (required && pointsAt && id === undefined) return name',
    report,
  ],
  [
    'directory: a table open to every agency',
    'server/migrations/2026-11-22-95-keep-a-directory.sql',
    "own_agency text := 'agency_id = (select app_agency())';",
    "own_agency text := 'true';",
    unit('server/directory/second-wall.test.ts'),
  ],
  [
    'directory: a folder whose tables below are passed over',
    'server/command-line/hsds-folder.ts',
    'else if (isOpened(entry) && depth < deepest)',
    'else if (isOpened(entry) && depth > deepest)',
    unit('server/command-line/hsds.test.ts', '-t', 'tables that lie in a folder below'),
  ],
  [
    'directory: JSON beside tables that nobody is told of',
    'server/directory/hsds-files.ts',
    "if (lastOf(path) !== packageName) notes.push({ code: 'beside-tables', file })\n",
    '\n',
    unit('server/directory/report.test.ts', '-t', 'whatever is not read'),
  ],
  [
    'directory: Latin read as Chinese',
    'server/directory/decoding.ts',
    'odd <= runs * oddInChinese && ',
    '',
    unit('server/directory/decoding.test.ts'),
  ],
]
