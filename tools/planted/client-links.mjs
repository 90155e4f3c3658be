// What clients answer on a phone of their own: who sees what, whose answer it is, and that it arrives.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const test = (title) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  'server/client-links/client-links.routes.test.ts',
  '-t',
  title,
]
const opened = 'server/migrations/2026-11-30-101-let-clients-answer-by-link.sql'

export const clientLinks = [
  [
    'client links: a phone that reads the sheets of others',
    opened,
    'and link_id = (select app_worker()) and coalesce((select true from secure_links l\n    where l.agency_id = link_papers.agency_id and l.id = link_papers.link_id), false));',
    ');',
    test('shows its own sheet'),
  ],
  [
    'client links: a link that outlives the right of whoever issued it',
    opened,
    "when (old.ended_at is null and new.ended_at is not null and new.case_id is not null and new.source in ('case-manager', 'team'))",
    'when (false)',
    test('ends at once'),
  ],
  [
    'client links: an answer that ends nothing',
    opened,
    "set ended_at = keep_link_answer.given_at, ended_why = 'answered'",
    'set opened_at = keep_link_answer.given_at',
    test('confirm each by a link'),
  ],
  [
    'client links: an answer for another on the same phone',
    'server/client-links/linked.actions.ts',
    "  if (given.linkId !== tx.actor.workerId) throw new Refusal('not-signed-in') // 401\n",
    '',
    test('confirm each by a link'),
  ],
  [
    'client links: a link in a sealed case',
    'server/client-links/client-links.actions.ts',
    "  if (isSealed(caseFile)) throw new Refusal('client-links/sealed') // 409\n",
    '',
    test('ends at once'),
  ],
  [
    'client links: danger that whoever asked is not told of',
    'server/instruments/scales.actions.ts',
    "given.way === 'client')",
    'false)',
    test('a scale and a questionnaire by link'),
  ],
  [
    'assessment: a no of the guardian that the yes of the client covers',
    'server/case/assessment/assessment.ts',
    'gravity[Math.max(0, ',
    'gravity[Math.min(2, ',
    test('confirm each by a link'),
  ],
]
