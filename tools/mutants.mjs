// Breaks each foundation on purpose, in a copy, and sees that its test notices: a test that cannot fail proves nothing.
// `npm run mutants` runs them all, `npm run mutants -- word` those whose name has the word.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectFolder, say } from './project.mjs'

const migration = (name) => `server/migrations/2026-11-21-0${name}.sql`
const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const rules = ['--import', 'tsx', 'tools/dependency-rules.mjs']
const types = ['node_modules/typescript/bin/tsc', '--noEmit']

/** name; the file; what is there; what a careless hand would make of it; what must turn red. */
const mutants = [
  [
    'a table without forced row-level security',
    migration('1-lay-the-ground'),
    "execute format('alter table %I force row level security', table_name);",
    '',
    unit('server/platform/database/walls.test.ts'),
  ],
  [
    'sight without asking for readers',
    migration('2-create-people-inquiries-cases'),
    "own_agency || ' and readers && (select app_principals())'",
    'own_agency',
    unit('server/access/walls.test.ts'),
  ],
  [
    'readers that anybody may change',
    migration('1-lay-the-ground'),
    "'readers', ",
    '',
    unit('server/access/walls.test.ts', 'server/platform/database/walls.test.ts'),
  ],
  [
    'an audit log that can be rewritten',
    migration('1-lay-the-ground'),
    "call open_table('audit_log', 'select', 'inspector'",
    "call open_table('audit_log', 'update', 'inspector', 'true');\ncall open_table('audit_log', 'select', 'inspector'",
    unit('server/platform/database/walls.test.ts'),
  ],
  [
    'a policy that lets everybody',
    'server/access/policy.ts',
    "if (!rule.roles.includes(actor.role)) return no('not-allowed')",
    '',
    unit('server/access/policy.test.ts'),
  ],
  [
    'one’s own work approved',
    'server/access/policy.ts',
    "if (rule.another && facts.authorId === actor.workerId) return no('own-work')",
    '',
    unit('server/access/policy.test.ts'),
  ],
  [
    'a route without its operation',
    'server/entrance/declared.ts',
    "if (operation === undefined || (operation !== 'public' && !(operation in operations))) {",
    'if (operation === false) {',
    unit('server/entrance/declared.test.ts'),
  ],
  [
    'a change that no audit line tells of',
    'server/entrance/enter.ts',
    'witness(tx, { act: actOf(request), requestId: request.id })',
    '',
    unit('server/audit', 'server/access/walls.test.ts'),
  ],
  [
    'a refused look that no audit line tells of',
    'server/entrance/enter.ts',
    'await witnessRefusal(request, refusal)',
    '',
    unit('server/case/intake/inquiry'),
  ],
  [
    'a write that does not say what it saw',
    'server/entrance/enter.ts',
    "if (digits === undefined) throw new Refusal('version-missing')",
    'if (digits === undefined) return null',
    unit('server/case/intake/inquiry'),
  ],
  [
    'a stale write that wins',
    'server/access/seen.ts',
    'if (seenVersion !== null && seenVersion !== version)',
    'if (false && seenVersion !== version)',
    unit('server/case/intake/inquiry'),
  ],
  [
    'a repeat that is done twice',
    'server/entrance/enter.ts',
    'if (kept) {',
    'if (kept === false) {',
    unit('server/case/intake/inquiry'),
  ],
  [
    'a field that is dropped in silence',
    'contract/case/intake.ts',
    'export const InquirySheet = z.strictObject({',
    'export const InquirySheet = z.object({',
    unit('server/platform/http/edge.test.ts'),
  ],
  [
    'bytes that are not text',
    'server/platform/http/json.ts',
    'fatal: true',
    'fatal: false',
    unit('server/platform/http/edge.test.ts'),
  ],
  [
    'engine text in an answer',
    'server/platform/http/refusals.ts',
    '...(current === undefined ? {} : { current }),',
    "...(current === undefined ? {} : { current }),\n  engine: 'relation does not exist',",
    unit('server/platform/http/edge.test.ts'),
  ],
  [
    'a refusal without its sentence',
    'contract/refusals.ts',
    "'already-there': 'not-now',",
    "'already-there': 'not-now',\n  'nobody-wrote-this': 'not-now',",
    types,
  ],
  [
    'a word that one language lacks',
    'web/documents/documents.words.ts',
    `word: 'Скачать для Word',`,
    '',
    types,
  ],
  [
    'text written into a component',
    'web/documents/DocumentsPage.tsx',
    "{t('word')}",
    'Download',
    unit('web/no-hard-coded-text.test.ts'),
  ],
  [
    'a term that is not the glossary’s',
    'contract/codes/lifecycle.ts',
    "closing: { 'zh-CN': '结案'",
    "closing: { 'zh-CN': '关闭个案'",
    unit('contract/codes'),
  ],
  [
    'a stage that reaches into another',
    'server/case/plan/plan.ts',
    'import ',
    "import '#server/case/intake/inquiry/inquiry.ts'\nimport ",
    rules,
  ],
  [
    'a stage without its folder',
    'contract/codes/lifecycle.ts',
    '  followup: {',
    '  aftercare: {',
    unit('server/case/lifecycle/lifecycle.test.ts'),
  ],
  [
    'a job that survives its act',
    'server/platform/jobs/enqueue.ts',
    'sql`select enqueue_job(',
    'sql`select 1 where false and enqueue_job(',
    unit('server/case/intake/inquiry'),
  ],
  [
    'types of tables that are not the tables',
    migration('3-create-stage-records'),
    '  place_is_comfortable boolean,\n',
    '  place_is_comfortable text,\n',
    unit('server/platform/database/tables.test.ts'),
  ],
  [
    'a signed record that changes',
    migration('3-create-stage-records'),
    "create trigger signed_records_stay before update on interviews for each row execute function signed_records_stay('version');",
    '',
    unit('server/case/intake/interview'),
  ],
]

const word = process.argv[2] ?? ''
const copy = mkdtempSync(join(tmpdir(), 'alongside-mutants-'))
const left = new Set(['node_modules', '.git', '.data', '.cache', 'dist'])
cpSync(projectFolder, copy, { recursive: true, filter: (path) => !left.has(basename(path)) })
symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'))
const missed = mutants.filter(([name]) => name.includes(word)).filter((mutant) => !isCaught(mutant))
rmSync(copy, { recursive: true })
say(
  missed.length === 0 ? 'Every mutant was caught.' : `Not caught: ${missed.map(([name]) => name).join('; ')}`,
)
process.exit(missed.length === 0 ? 0 : 1)

/** Puts the defect in, sees whether the test turns red, and takes it out again. */
function isCaught([name, file, there, instead, command]) {
  const path = join(copy, file)
  const sound = readFileSync(path, 'utf8')
  if (!sound.includes(there)) {
    say(`?  ${name}: ${file} no longer has the line to break`)
    return false
  }
  writeFileSync(path, sound.replace(there, instead))
  const { status } = spawnSync(process.execPath, command, { cwd: copy, stdio: 'ignore' })
  writeFileSync(path, sound)
  say(`${status === 0 ? 'MISSED' : 'caught'}  ${name}`)
  return status !== 0
}
