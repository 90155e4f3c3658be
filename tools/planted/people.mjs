// People: nobody twice, nobody betrayed, nothing lost by a merge.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const duplicates = (title) => unit('server/people/duplicates.test.ts', '-t', title)
const merging = (title) => unit('server/people/merging/merging.routes.test.ts', '-t', title)
const merges = 'server/migrations/2026-11-29-11-merge-people.sql'

export const people = [
  [
    'people: recorded without looking at who is suggested',
    'server/people/sought.ts',
    'if (candidates.some(({ person }) => !others.includes(person.id)))',
    'if (candidates.length > 99)',
    duplicates('nobody is recorded without a search'),
  ],
  [
    'people: a search that holds for ever',
    'server/people/sought.ts',
    'age <= holdsMilliseconds',
    'age <= holdsMilliseconds * 99',
    duplicates('nobody is recorded without a search'),
  ],
  [
    'people: a wrong digit that finds nobody',
    'server/people/near-numbers.ts',
    '.filter((other) => other !== sign)',
    '.filter((other) => other === sign)',
    duplicates('one wrong digit'),
  ],
  [
    'people: a merge that shows somebody more',
    merges,
    "raise exception 'somebody would see more than before' using errcode = 'AL409';",
    'null;',
    merging('would show anybody more'),
  ],
  [
    'people: an undo that leaves what was put away',
    merges,
    "execute format('insert into %1$I select (jsonb_populate_record(null::%1$I, $1)).* on conflict do nothing', one.table_name)\n        using one.image;",
    'null;',
    merging('byte for byte'),
  ],
  [
    'people: a column that names people and no merge knows',
    'server/migrations/2026-11-29-12-tell-clients-over-time.sql',
    "('safe_contacts', 'person_id', 'moved'), ",
    '',
    merging('has its way in a merge'),
  ],
]
