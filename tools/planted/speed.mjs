// Lists that stay fast however much there is.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const migration = 'server/migrations/2026-11-22-76-read-pages-of-indexes.sql'

export const speed = [
  [
    'a list without its index',
    migration,
    "create index inquiries_waiting on inquiries (agency_id, received_at, id) where state <> 'concluded';",
    '',
    unit('server/testing/list-plans'),
  ],
  [
    'a person’s keys that do not say where they stand and who sees them',
    'server/migrations/2026-12-01-211-ask-keys-by-person.sql',
    ' include (place, seen_by)',
    '',
    unit('server/people/searches.test.ts', '-t', '20 000'),
  ],
  [
    'a record whose sight is asked by reading all cases',
    migration,
    'call open_case_table_by_key();\n',
    '',
    unit('server/testing/list-plans'),
  ],
  [
    'first contacts of a month counted without their index',
    'server/migrations/2026-11-30-172-count-first-contacts.sql',
    'create index inquiries_by_reception on inquiries (agency_id, received_at);\n',
    '',
    unit('server/testing/list-plans'),
  ],
  [
    'the page of a case planned anew each time it is asked for',
    'server/platform/database/preparing-pool.ts',
    'longestKept = 12_000',
    'longestKept = 6_000',
    unit('server/case/lifecycle/lifecycle.routes.test.ts', '-t', 'short enough'),
  ],
  [
    'a connection that is shared behind one who takes long',
    'server/platform/database/lane.ts',
    'now - movedAt < heldUpAfterMilliseconds',
    'movedAt > 0',
    unit('server/platform/database/lane.test.ts'),
  ],
  [
    'an answer that was asked for ahead, and asked for again',
    'web/app/api.ts',
    '    if (ahead) return await ahead\n',
    '',
    unit('web/app/ahead.test.ts'),
  ],
  [
    'what one may not read asked for ahead',
    'web/case/overview/overview.pages.ts',
    "abilities.caseload === 'yes'",
    'abilities.caseload',
    unit('web/app/open-pages.test.ts'),
  ],
  [
    'a month of another name than the browser gives it',
    'web/app/formats.words.ts',
    'февраля марта',
    'марта марта',
    unit('web/app/formats.test.ts'),
  ],
  [
    'code made of text tried again',
    'web/app/checking.ts',
    'jitless: true',
    'jitless: false',
    unit('web/app/checking.test.ts'),
  ],
  [
    'a page drawn anew for each of its answers',
    'web/app/useSettled.ts',
    'if (wait) use(wait)',
    'if (wait) void wait',
    unit('web/app/settled.test.tsx'),
  ],
  [
    'a page that waits for an answer that does not come',
    'web/app/useSettled.ts',
    'Promise.race([answer, new Promise((late) => setTimeout(late, patience))])',
    'Promise.race([answer])',
    unit('web/app/settled.test.tsx'),
  ],
  [
    'files of the program run side by side',
    'web/app/load-in-turn.ts',
    'for (const address of addresses) await once(run, address, () => runFile(address))',
    'await Promise.all(addresses.map((address) => once(run, address, () => runFile(address))))',
    unit('web/app/load-in-turn.test.ts'),
  ],
  [
    'a file run before what it needs',
    'web/app/files.ts',
    '.toSorted((one, other) => placeOf(one) - placeOf(other))',
    '',
    unit('web/app/load-in-turn.test.ts'),
  ],
  [
    'the audit of a case asked by whoever may not read it',
    'web/case/overview/overview.pages.ts',
    "abilities.audit === 'yes'",
    'abilities.audit',
    unit('web/app/open-pages.test.ts'),
  ],
  [
    'a list written otherwise than the browser would',
    'web/app/formats.words.ts',
    "listEnd: '{before}, and {last}'",
    "listEnd: '{before} and {last}'",
    unit('web/app/formats.test.ts'),
  ],
]
