// Break-glass, and who reported it.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const opening = 'server/migrations/2026-11-22-90-break-the-glass.sql'
const reporters = 'server/migrations/2026-11-22-91-protect-reporters.sql'
const routes = (title) => unit('server/break-glass/break-glass.routes.test.ts', '-t', title)
const wall = (title) => unit('server/break-glass/database-wall.test.ts', '-t', title)
const reported = (title) => unit('server/case/intake/inquiry/reporter.routes.test.ts', '-t', title)

export const breakGlass = [
  [
    'sight by break-glass that does not end',
    'server/access/lent-sight.ts',
    'one.until > now && ',
    '',
    unit('server/access/policy.test.ts', '-t', 'what is lent'),
  ],
  [
    'sight by break-glass that no clock takes off the readers',
    opening,
    'g.ended_at is null and g.until <= given_at',
    'false',
    routes('the clock takes'),
  ],
  [
    'a sealed case that break-glass finds',
    opening,
    "where c.agency_id = app_agency() and c.confidentiality <> 'sealed' and (",
    'where c.agency_id = app_agency() and (',
    wall('finds no sealed case'),
  ],
  [
    'a sealed case that break-glass opens',
    opening,
    "    and c.confidentiality <> 'sealed' and not (c.readers && app_principals()) for update;",
    '    and not (c.readers && app_principals()) for update;',
    wall('finds no sealed case'),
  ],
  [
    'a case that stays open by break-glass when it is sealed',
    'server/migrations/2026-11-22-60-narrow-the-circle.sql',
    "else source in ('case-manager', 'named') end",
    "else source in ('case-manager', 'named', 'break-glass') end",
    routes('sealed while it is open'),
  ],
  [
    'break-glass without a fresh second factor, by the program',
    'server/access/operations.ts',
    "'break-glass.open': { roles: caseReaders, fresh: true }",
    "'break-glass.open': { roles: caseReaders }",
    routes('no fresh second factor'),
  ],
  [
    'break-glass without a fresh second factor, by the database',
    opening,
    '      and s.ended_at is null and s.fresh_until > now())',
    '      and s.ended_at is null)',
    wall('only after a fresh second factor'),
  ],
  [
    'break-glass with a password alone',
    'server/break-glass/break-glass.actions.ts',
    'if (!(await hasSecondFactor(tx)))',
    'if (false)',
    routes('no second factor at all'),
  ],
  [
    'break-glass that is extended',
    'server/break-glass/break-glass.actions.ts',
    '  refuseToExtend(mine, meant.caseId) // 409\n',
    '',
    routes('it is not extended'),
  ],
  [
    'two openings at the same moment',
    opening,
    'create unique index break_glass_once_until_reviewed',
    'create index break_glass_once_until_reviewed',
    wall('one opening of one case'),
  ],
  [
    'an overdue review that stops nobody',
    'server/break-glass/break-glass.actions.ts',
    '  refuseWhileOverdue(mine, tx.now) // 409\n',
    '',
    routes('it is not extended'),
  ],
  [
    'an opening reviewed by whoever opened it, by the program',
    'server/access/operations.ts',
    "'break-glass.review': { roles: caseReaders, manager: true, another: true }",
    "'break-glass.review': { roles: caseReaders, manager: true }",
    wall('nobody review what they opened'),
  ],
  [
    'an opening reviewed by whoever opened it, by the database',
    opening,
    'and o.reviewed_at is null and o.worker_id <> app_worker()',
    'and o.reviewed_at is null',
    wall('nobody review what they opened'),
  ],
  [
    'writing under break-glass',
    opening,
    "    raise exception 'what is seen by break-glass is only read' using errcode = 'insufficient_privilege';",
    '    null;',
    wall('lets nothing be written'),
  ],
  [
    'a wider sight by whoever only sees by break-glass',
    'server/access/policy.ts',
    "  if (actor.lent && !rule.lent) return no('not-allowed')\n",
    '',
    unit('server/access/policy.test.ts', '-t', 'under break-glass'),
  ],
  [
    'an opening that nobody is told of',
    opening,
    'given_at from unnest(told) as one;',
    'given_at from unnest(told) as one where false;',
    routes('its owner and the duty officers'),
  ],
  [
    'a look under break-glass that the audit does not mark',
    'server/audit/witness.repository.ts',
    'actor.lent ? byBreakGlass : why',
    'why',
    routes('each look under it is marked'),
  ],
  [
    'a reporter known to everybody at the desk',
    reporters,
    "w.role = 'agency-head'",
    "w.role <> 'inspector'",
    reported('whoever wrote it down'),
  ],
  [
    'a reporter shown without a reason',
    'server/case/intake/inquiry/reporter.actions.ts',
    'mine || reason !== undefined',
    'true',
    reported('whoever wrote it down'),
  ],
  [
    'a reporter kept in clear',
    'server/case/intake/inquiry/reporter.repository.ts',
    'const identitySealed = tx.keys.own.seal(placeOf(inquiryId), JSON.stringify(sheet))',
    'const identitySealed = Buffer.from(JSON.stringify(sheet))',
    reported('it stands in no other answer'),
  ],
  [
    'a protected reporter named again in the open',
    'server/case/intake/inquiry/inquiry.actions.ts',
    '  refuseToNameTheReporter(inquiry, sheet) // 409\n',
    '',
    reported('each refusal writes nothing'),
  ],
  [
    'a duty officer who is not told',
    'server/migrations/2026-11-22-98-name-a-duty-officer.sql',
    "if duty is not null and duty <> all(coalesce(told, '{}')) then",
    'if false then',
    unit('server/break-glass/break-glass.routes.test.ts', '-t', 'whoever is on duty'),
  ],
  [
    'every opening read by whoever is on duty now',
    'server/migrations/2026-11-22-98-name-a-duty-officer.sql',
    'w.id = a.duty_officer_id',
    'w.active',
    unit('server/break-glass/break-glass.routes.test.ts', '-t', 'whoever is on duty'),
  ],
]
