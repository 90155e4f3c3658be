// Files that people bring, and lists that leave.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const routes = unit('server/case/attachments/attachments.routes.test.ts')
const kinds = unit('server/platform/file-kinds')

export const attachments = [
  [
    'attachment: its kind taken from its name',
    'server/case/attachments/attachments.actions.ts',
    'refuseOtherEnding(said.name, kind) // 422',
    "if (said.name.endsWith('.jpg')) kind = 'image/jpeg'",
    routes,
  ],
  [
    'attachment: fetched without the check of its case',
    'server/case/attachments/attachments.actions.ts',
    '  await lookAtCase(tx, caseId) // 404\n  return leaving(',
    '  return leaving(',
    unit('server/testing/matrix/first-wall.matrix.test.ts'),
  ],
  [
    'attachment: a policy that forgets the case',
    'server/migrations/2026-11-22-80-keep-attachments.sql',
    "call open_case_table('attachments', array['select', 'insert', 'update']);",
    `call shut_table('attachments');
call open_table('attachments', 'select', 'worker', 'agency_id = (select app_agency())');`,
    unit('server/testing/matrix/second-wall.matrix.test.ts', '-t', 'no table shows'),
  ],
  [
    'attachment: a sweeper that removes a file with a row',
    'server/case/attachments/sweeping.jobs.ts',
    'const known = await filesWithRow(database.db, old)',
    'const known = new Set()',
    unit('server/case/attachments/sweeping.jobs.test.ts'),
  ],
  [
    'attachment: placed before it is refused',
    'server/case/attachments/attachments.actions.ts',
    "  const caseFile = await lookToChange(tx, caseId) // 404\n  permit(tx.actor, 'attachment.add'",
    "  await staged.place()\n  const caseFile = await lookToChange(tx, caseId) // 404\n  permit(tx.actor, 'attachment.add'",
    routes,
  ],
  [
    'attachment: shown in place',
    'server/case/attachments/disposition.ts',
    'return `attachment; ',
    'return `inline; ',
    routes,
  ],
  [
    'attachment: a quota that two pass together',
    'server/case/attachments/attachments.repository.ts',
    'pg_advisory_xact_lock(hashtextextended(${`attachments ${tx.actor.agencyId}`}, 0))',
    'hashtextextended(${`attachments ${tx.actor.agencyId}`}, 0), pg_sleep(0.2)',
    routes,
  ],
  [
    'attachment: a photograph that tells where it was taken',
    'server/platform/file-kinds/image-jpeg.ts',
    'if (code === marker.com) return false',
    'if (code > 0) return true',
    kinds,
  ],
  [
    'attachment: a bomb whose declared size is believed',
    'server/platform/file-kinds/office-file.ts',
    'unpacked += piece.length',
    'unpacked = entry.uncompressedSize > 0 ? 0 : piece.length',
    kinds,
  ],
  [
    'attachment: a sealed file whose end nobody proves',
    'server/platform/sealed-files/sealed-file.ts',
    'nonce.writeUInt8(last ? 1 : 0, nonceBytes - 1)',
    'nonce.writeUInt8(0, nonceBytes - 1)',
    unit('server/platform/sealed-files'),
  ],
  [
    'attachment: a rotation that forgets the files',
    'server/platform/identifier-keys/rotation.ts',
    "    table: 'attachments',",
    "    table: '(select * from attachments where false)',",
    unit('server/platform/identifier-keys/rotation.test.ts'),
  ],
  [
    'export: a formula in a workbook',
    'server/platform/spreadsheets/spreadsheet.ts',
    "({ value, type: String, format: '@' })",
    "(value.startsWith('=') ? { value, type: 'Formula' } : { value, type: String })",
    unit('server/platform/spreadsheets'),
  ],
  [
    'export: a live cell in a CSV',
    'server/platform/spreadsheets/inert.ts',
    'live.test(text) ?',
    "text.startsWith('=') ?",
    unit('server/platform/spreadsheets'),
  ],
  [
    'export: a list that no audit line counts',
    'server/case/lifecycle/caseload-export.actions.ts',
    "tx.saw({ kind: 'case-list', listed: lines.map(({ id }) => id) })",
    '',
    unit('server/case/lifecycle/caseload-export.test.ts'),
  ],
  [
    'attachment: as large as anybody likes',
    'server/case/attachments/receiving.actions.ts',
    'files.stage(content, mostBytes)',
    'files.stage(content, Number.MAX_SAFE_INTEGER)',
    unit('server/case/attachments/slow-lines.test.ts', '-t', 'does not say how large'),
  ],
]
