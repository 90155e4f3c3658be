// Breaks each foundation on purpose, in a copy, and sees that its test notices: a test that cannot fail proves nothing.
// `npm run mutants` runs them all, `npm run mutants -- word` those whose name has the word.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectFolder, say } from './project.mjs'

const migration = (name) => `server/migrations/2026-11-21-0${name}.sql`
const secondFactor = 'server/migrations/2026-11-22-40-ask-for-a-second-factor.sql'
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
    'await witness(tx, { act: actOf(request), requestId: request.id })',
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
  [
    'a sealed text that is bound to no place',
    'server/platform/identifier-keys/sealing.ts',
    'Buffer.concat([head, Buffer.from(place)])',
    'head',
    unit('server/platform/identifier-keys/agency-keys.test.ts'),
  ],
  [
    'marks without the agency’s key',
    'server/platform/identifier-keys/sealing.ts',
    "createHmac('sha256', key)",
    "createHmac('sha256', '')",
    unit('server/platform/identifier-keys/agency-keys.test.ts'),
  ],
  [
    'tails of numbers kept plain',
    'server/people/identifiers.rows.ts',
    "isNumberKey(key) ? numberKey(keys.mark('number-tail', key)) : key",
    'isNumberKey(key) ? numberKey(key) : key',
    unit('server/people/identifiers.test.ts'),
  ],
  [
    'an answer kept plain',
    'server/entrance/kept-answers.repository.ts',
    'tx.keys.own.seal(placeOf(tx, key), JSON.stringify(answer))',
    'Buffer.from(JSON.stringify(answer))',
    unit('server/people/identifiers.test.ts'),
  ],
  [
    'an identity number shown whole',
    'server/people/person.ts',
    'maskedIdentityNumber(sheet.idNumber),',
    'sheet.idNumber,',
    unit('server/people/identifiers.test.ts'),
  ],
  [
    'a safe address for the head by virtue of the post',
    'server/migrations/2026-11-22-71-keep-safe-addresses.sql',
    "'agency_id = (select app_agency()) and may_see_safe_address(person_id)'",
    "'agency_id = (select app_agency())'",
    unit('server/people/safe-address.routes.test.ts'),
  ],
  [
    'a key file made anew for a database that has keys',
    'server/starting/identifiers.ts',
    'if (agencies.length === 0) makeKeyFile(path)',
    'makeKeyFile(path)',
    unit('server/starting/identifiers.test.ts'),
  ],
  [
    'a rotation that forgets the people',
    'server/platform/identifier-keys/rotation.ts',
    'where agency_id = $1 and key_version < $2',
    'where agency_id = $1 and key_version < $2 - 2',
    unit('server/platform/identifier-keys/rotation.test.ts'),
  ],
  [
    'a search that reads everybody',
    'server/people/people.queries.ts',
    'k.key = any(${keys}::text[])',
    "k.key || '' = any(${keys}::text[])",
    unit('server/people/searches.test.ts'),
  ],
  [
    'a code that opens twice',
    secondFactor,
    'and f.last_step < given_step',
    '',
    unit('server/sign-in/second-factor.test.ts'),
  ],
  [
    'a recovery code that opens twice',
    secondFactor,
    'and c.code_hash = any(code_hashes) and c.used_at is null',
    'and c.code_hash = any(code_hashes)',
    unit('server/sign-in/second-factor.test.ts'),
  ],
  [
    'another’s factor within reach',
    secondFactor,
    "raise exception 'not their own account' using errcode = '42501';",
    'null;',
    unit('server/sign-in/second-factor.test.ts'),
  ],
  [
    'a password that opens past the second factor',
    'server/sign-in/steps.ts',
    "if (done === 'password' && hasFactor) return 'code'",
    '',
    unit('server/sign-in/second-factor.test.ts'),
  ],
  [
    'guesses without a wait',
    'server/sign-in/guesses.repository.ts',
    "if (seconds > 0) throw new Refusal('sign-in/wait', { seconds })",
    '',
    unit('server/sign-in/guesses.test.ts'),
  ],
  [
    'an unknown address answered sooner',
    'server/access/passwords.ts',
    'const against = storedHash ?? (await nobodysHash)',
    'if (storedHash === null) return false\n  const against = storedHash',
    unit('server/sign-in/sign-in.test.ts'),
  ],
  [
    'what matters done without a fresh proof',
    'server/access/policy.ts',
    "if (fresh && !actor.fresh) throw new Refusal('sign-in/not-fresh', { operation })",
    '',
    unit('server/sign-in/account.test.ts', 'server/sign-in/resets.test.ts'),
  ],
  [
    'a changed password that leaves others signed in',
    'server/sign-in/account.actions.ts',
    'await setOwnPassword(tx.db, tx.actor, hash)\n      await endOtherSignIns(tx.db, tx.actor, tx.actor.signInId)',
    'await setOwnPassword(tx.db, tx.actor, hash)',
    unit('server/sign-in/account.test.ts'),
  ],
  [
    'sealed text that opens elsewhere',
    'server/platform/keys/seal.ts',
    'decipher.setAAD(Buffer.concat([sealed.subarray(0, headBytes), Buffer.from(place)]))',
    'decipher.setAAD(Buffer.concat([sealed.subarray(0, headBytes)]))',
    unit('server/platform/keys'),
  ],
  [
    'a name said twice',
    'server/platform/http/json.ts',
    "if (problem) throw new Refusal('invalid-input', {}, [{ path, code: problem }])",
    '',
    unit('server/platform/http/edge-limits.test.ts'),
  ],
  [
    'a write from another site',
    'server/entrance/recognise.ts',
    "if (foreignSite || foreignOrigin) throw new Refusal('cross-site')",
    '',
    unit('server/sign-in/sign-in.test.ts'),
  ],
  [
    'anybody believed about who is calling',
    'server/platform/http/edge.ts',
    'trustProxy: proxies.length === 0 ? false : [...proxies],',
    'trustProxy: true,',
    unit('server/platform/http/edge-limits.test.ts'),
  ],
  [
    'a line of the audit sealed without the one before it',
    'server/audit/chain.ts',
    "      previous.toString('hex'),\n",
    '',
    unit('server/audit/chain.test.ts'),
  ],
  [
    'a line of the audit sealed without its time',
    'server/audit/chain.ts',
    '      facts.atMicros,\n',
    '',
    unit('server/audit/tampering.test.ts', '-t', 'at was changed'),
  ],
  [
    'a seal of the audit that needs no key',
    'server/audit/chain.ts',
    "createHmac('sha256', key)",
    "createHmac('sha256', 'known to all')",
    unit('server/audit/tampering.test.ts', '-t', 'seals of a key of their own'),
  ],
  [
    'writers of the audit who do not wait for each other',
    'server/migrations/2026-11-22-20-chain-the-audit.sql',
    "perform pg_advisory_xact_lock(hashtextextended('audit ' || app_agency(), 0));",
    '',
    unit('server/audit/chain.test.ts'),
  ],
  [
    'a cut tail of the audit that its checkpoint does not miss',
    'server/audit/verification.ts',
    'checkpoints.find(({ id }) => id > lines)',
    'checkpoints.find(() => false)',
    unit('server/audit/tampering.test.ts', '-t', 'tail that was cut off'),
  ],
  [
    'a checkpoint of the audit that anybody can write',
    'server/audit/checkpoints.ts',
    'isSame(checkpoint.seal, sealOf(key, checkpoint))',
    'isSame(checkpoint.seal, checkpoint.seal)',
    unit('server/audit/tampering.test.ts', '-t', 'a checkpoint that was changed'),
  ],
  [
    'who saw a case told to every worker who sees it, by the program',
    'server/access/policy.ts',
    "if (rule.manager && actor.role === 'worker'",
    "if (rule.manager && actor.role === 'inspector'",
    unit('server/access/policy.test.ts'),
  ],
  [
    'who saw a case told to every worker who sees it, by the database',
    'server/migrations/2026-11-22-21-show-owners-who-looked.sql',
    '\n    and c.case_manager_id = (select app_worker())',
    '',
    unit('server/access/walls.test.ts', '-t', 'who saw a case'),
  ],
  [
    'a commit that is answered before it is on the disk',
    'server/platform/database/cluster/settings.ts',
    "const durable = { fsync: 'on', synchronous_commit: 'on'",
    "const durable = { fsync: 'on', synchronous_commit: 'off'",
    unit('server/testing/drill'),
  ],
  [
    'an audit line written after the act, on its own',
    'server/entrance/enter.ts',
    'await witness(tx, { act: actOf(request), requestId: request.id })',
    `setTimeout(() => void enteredAs(actor, request, null, async (later) => {
        for (const subject of tx.seen) later.saw(subject)
        await witness(later, { act: actOf(request), requestId: request.id })
      }).catch(() => undefined), 50)`,
    unit('server/testing/drill'),
  ],
  [
    'a program that dies with a connection',
    'server/platform/database/database.ts',
    "pool.on('connect', (client) => client.on('error', () => undefined))",
    '',
    unit('server/testing/drill'),
  ],
  [
    'a backup without the log that makes it whole',
    'server/backup/gather.ts',
    'yield* walEntries(postgresFolder, end.firstSegment, end.lastSegment)',
    '',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a half backup that looks whole',
    'server/backup/make-backup.ts',
    'const part = `${path}.part-${process.pid}`',
    'const part = path',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a backup that was cut off and opens',
    'server/backup/sealing.ts',
    'nonce[11] = last ? 1 : 0',
    'nonce[11] = 0',
    unit('server/backup/sealing.test.ts'),
  ],
  [
    'a restore into the data of another installation',
    'server/backup/restore.ts',
    'if (installationOf(there) !== head.installation)',
    'if (installationOf(there) === head.installation && head.installation === undefined)',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a hole in the kept log that nobody sees',
    'server/backup/kept-log.ts',
    'if (previous === null || name.length !== segmentLetters || follows(previous, name)) return',
    'if (previous !== name) return',
    unit('server/backup/backup.test.ts'),
  ],
  [
    'a matrix: a policy that allows everything',
    'server/access/policy.ts',
    'const rule: Rule = operations[operation]\n',
    'const rule: Rule = operations[operation]\n  if (rule) return allowed\n',
    unit('server/testing/matrix/swaps.matrix.test.ts', 'server/testing/matrix/small.matrix.test.ts'),
  ],
  [
    'a matrix: row-level security off for one table',
    'server/migrations/2026-11-22-60-narrow-the-circle.sql',
    'create index confidentiality_changes_by_case',
    'alter table process_records disable row level security;\ncreate index confidentiality_changes_by_case',
    unit('server/testing/matrix/second-wall.matrix.test.ts', '-t', 'no table shows'),
  ],
  [
    'a matrix: a query without its own condition',
    'server/case/lifecycle/lifecycle.repository.ts',
    "    .where(inSight(tx, 'cases'))\n",
    '',
    unit('server/testing/matrix/first-wall.matrix.test.ts'),
  ],
  [
    'a matrix: a look that no audit line tells of',
    'server/case/lifecycle/lifecycle.repository.ts',
    "tx.saw({ kind: 'case', id: row.id, caseId: row.id, personId: row.clientId })",
    '',
    unit('server/testing/matrix/small.matrix.test.ts'),
  ],
  [
    'a matrix: a sealed case that its supervisor sees',
    'server/migrations/2026-11-22-60-narrow-the-circle.sql',
    "else source in ('case-manager', 'named') end",
    "else source in ('case-manager', 'named', 'supervisor') end",
    unit(
      'server/testing/matrix/small.matrix.test.ts',
      'server/case/lifecycle/confidentiality.routes.test.ts',
    ),
  ],
  [
    'a race: If-Match ignored',
    'server/access/seen.ts',
    'if (seenVersion !== null && seenVersion !== version)',
    'if (false && seenVersion !== version)',
    unit('server/testing/twice/races.test.ts'),
  ],
  [
    'a repeat: a kept answer that anybody gets',
    'server/entrance/kept-answers.repository.ts',
    "if (kept.fingerprint !== fingerprint) throw new Refusal('key-used-differently')",
    '',
    unit('server/testing/twice/repeats.test.ts'),
  ],
  [
    'input: a field said twice',
    'server/platform/http/json.ts',
    "if (problem) throw new Refusal('invalid-input', {}, [{ path, code: problem }])",
    '',
    unit('server/testing/input/mutated.test.ts'),
  ],
  [
    'input: names that are normalised',
    'server/people/people.repository.ts',
    '.values({ agencyId, id, ...sheet, createdBy: workerId })',
    ".values({ agencyId, id, ...sheet, name: sheet.name.normalize('NFC').trim(), createdBy: workerId })",
    unit('server/testing/input/kept.test.ts', '-t', 'every hostile text'),
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
