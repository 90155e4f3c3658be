// Who may do what, races, repeats and hostile input.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]

export const rights = [
  [
    'a matrix: a policy that allows everything',
    'server/access/policy.ts',
    'const rule: Rule = operations[operation]\n',
    'const rule: Rule = operations[operation]\n  if (rule) return allowed\n',
    unit('server/testing/matrix/swaps.matrix.test.ts', 'server/testing/matrix/ordinary.matrix.test.ts'),
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
    unit('server/testing/matrix/ordinary.matrix.test.ts'),
  ],
  [
    'a matrix: a sealed case that its supervisor sees',
    'server/migrations/2026-11-22-60-narrow-the-circle.sql',
    "else source in ('case-manager', 'named') end",
    "else source in ('case-manager', 'named', 'supervisor') end",
    unit(
      'server/testing/matrix/ordinary.matrix.test.ts',
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
    "if (kept.fingerprint !== keptFingerprint(tx.keys, fingerprint)) throw new Refusal('key-used-differently')",
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
    '.values({ agencyId, id, ...columnsOf(tx, id, wrapped, sheet), createdBy: workerId })',
    ".values({ agencyId, id, ...columnsOf(tx, id, wrapped, sheet), name: sheet.name.normalize('NFC').trim(), createdBy: workerId })",
    unit('server/testing/input/kept.test.ts', '-t', 'every hostile text'),
  ],
  [
    'a remembered worker who is not asked for again',
    'server/access/transaction.ts',
    'sql`, still_recognised(${recognition.hash}, ${recognition.mark})`',
    'sql`, ${recognition.mark}`',
    unit('server/entrance/remembered.test.ts'),
  ],
  [
    'a remembered worker whose new role the database does not mind',
    'server/migrations/2026-11-22-93-recognise-within-the-act.sql',
    'where md5(l::text) = given_mark',
    '',
    unit('server/entrance/remembered.test.ts', '-t', 'another role'),
  ],
  [
    'a matrix: a route that nobody asks',
    'server/workday/workday.routes.ts',
    "  app.get('/reviews', {",
    `  app.get('/reviews-again', {
    config: { operation: 'review.list' },
    schema: { summary: 'X', querystring: PageQuery, response: { 200: ReviewPage } },
    handler: (request, reply) => enter(request, reply, (tx) => reviewPage(tx, request.query)),
  })

  app.get('/reviews', {`,
    unit('server/testing/matrix/first-wall.matrix.test.ts'),
  ],
  [
    'a route that is open to everybody by a slip',
    'server/workday/workday.routes.ts',
    "config: { operation: 'review.list' }",
    "config: { operation: 'public' }",
    unit('server/entrance/declared.test.ts', '-t', 'open to everybody'),
  ],
]
