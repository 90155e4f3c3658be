// People: nobody twice, nobody betrayed, nothing lost by a merge.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const duplicates = (title) => unit('server/people/duplicates.test.ts', '-t', title)
const merging = (title) => unit('server/people/merging/merging.routes.test.ts', '-t', title)
const searching = (title) => unit('server/people/searches.test.ts', '-t', title)
const merges = 'server/migrations/2026-11-29-11-merge-people.sql'

export const people = [
  [
    'people: who sees many without a case of theirs is taken for one who sees few',
    'server/migrations/2026-11-30-210-count-whom-one-sees.sql',
    'count(*) <= 3000',
    'count(*) >= 0',
    searching('among 20 000 people'),
  ],
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
    'server/migrations/2026-11-30-152-let-views-and-families-follow.sql',
    "('safe_contacts', 'person_id', 'moved'), ",
    '',
    merging('has its way in a merge'),
  ],
  [
    'people: a key that shows whom its mark names, whoever sees the person',
    'server/migrations/2026-11-30-208-keep-keys-in-the-order-of-a-page.sql',
    "' and coalesce((select true from people p where p.agency_id = person_search_keys.agency_id'\n      ' and p.id = person_search_keys.person_id), false))'",
    "')'",
    searching('with a wrong mark'),
  ],
  [
    'people: keys that do not follow whoever is given sight',
    'server/migrations/2026-11-30-208-keep-keys-in-the-order-of-a-page.sql',
    'old.name <> new.name or reader_marks(old.readers) <> reader_marks(new.readers)',
    'old.name <> new.name',
    searching('keys say of their person'),
  ],
  [
    'people: a search whose next page repeats another spelling',
    'server/people/search-texts.ts',
    "and not ${hasPart('k.person_id', `(${followed})[:first.spelling - 1]`)}",
    '',
    searching('in the same order, page after page'),
  ],
  [
    'people: a page for which everybody who matches is read',
    'server/people/search-texts.ts',
    'order by k.place, k.name_length, k.name, k.person_id limit',
    'order by k.place, k.name_length desc, k.name, k.person_id limit',
    searching('among 20 000 people'),
  ],
  [
    'people: nobody waited for while something plain is left',
    'server/starting/identifiers.ts',
    'if (unproven.size === 0) return',
    'if (unproven.size < 9) return',
    unit('server/starting/identifiers.test.ts', '-t', 'what an earlier version wrote plain'),
  ],
  [
    'people: all search keys of everybody written anew',
    'server/people/older-people.repository.ts',
    'using (select id, key from kept except select id, key from wanted) o',
    'using kept o',
    unit('server/starting/identifiers.test.ts', '-t', 'only what differs'),
  ],
]
