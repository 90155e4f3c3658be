// The sealed audit.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]

export const audit = [
  [
    'a change that no audit line tells of',
    'server/entrance/enter.ts',
    'await witness(tx, { act: actOf(request), requestId: request.id })',
    '',
    unit('server/audit', 'server/access/walls.test.ts'),
  ],
  [
    'a line of the audit that is not linked to the one before it',
    'server/migrations/2026-11-22-20-chain-the-audit.sql',
    "coalesce(last_link, decode(repeat('00', 32), 'hex')) || ",
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
    "perform pg_advisory_xact_lock(hashtextextended('audit ' || new.agency_id, 0));",
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
    'a line of the audit laid down once more and not told apart',
    'server/audit/verify.queries.ts',
    'repeated === null ? walk.end()',
    'repeated !== undefined ? walk.end()',
    unit('server/audit/tampering.test.ts', '-t', 'laid down once more'),
  ],
  [
    'a line of the audit written twice for one look',
    'server/audit/witness.repository.ts',
    "[line.mac.toString('hex'), line]",
    '[line, line]',
    unit('server/audit/tampering.test.ts', '-t', 'saw twice'),
  ],
  [
    'a day of the audit told by numbers alone',
    'server/audit/audit.queries.ts',
    ".where(onThatDay('a'))",
    '',
    unit('server/audit/audit.routes.test.ts', '-t', 'belongs to its day'),
  ],
]
