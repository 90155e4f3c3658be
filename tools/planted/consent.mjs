// Consent: who gives it, what it covers, and that it ends with its withdrawal.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const kept = 'server/migrations/2026-11-22-97-keep-consents.sql'
const coverage = (title) => unit('server/consent/coverage.test.ts', '-t', title)
const routes = (title) => unit('server/consent/consents.routes.test.ts', '-t', title)

export const consent = [
  [
    'consent: a withdrawal that waits for the next day',
    'server/consent/coverage.ts',
    'at >= consent.withdrawnAt',
    'dayOf(at) > dayOf(consent.withdrawnAt)',
    coverage('withdrawal acts'),
  ],
  [
    'consent: an ordinary one that covers a child',
    'server/consent/coverage.ts',
    "use.kinds.includes('under-fourteen') ? 'under-fourteen' : null",
    'null',
    coverage('of a child under 14'),
  ],
  [
    'consent: a child who gives their own',
    'server/consent/giver.ts',
    'if (needsGuardianForData(day, birth)) {',
    'if (needsGuardianForData(day, birth) && assessed !== null) {',
    unit('server/consent/giver.test.ts'),
  ],
  [
    'consent: used while it is being withdrawn',
    'server/consent/consents.repository.ts',
    '    .forShare()\n',
    '',
    routes('a withdrawal at the same time'),
  ],
  [
    'consent: a policy that forgets the case',
    kept,
    "' and case when case_id is not null'",
    "' and case when false'",
    routes('the database alone'),
  ],
  [
    'consent: one that is changed after it was given',
    kept,
    'create trigger consents_stay before update on consents for each row execute function consents_stay();',
    '',
    routes('the database itself'),
  ],
]
