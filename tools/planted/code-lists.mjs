// Code lists of the agency: what counts under which code, and in whose words a record is read.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const words = unit('contract/settings/code-words.test.ts')
const rules = unit('server/agencies/code-list.test.ts')
const routes = (title) => unit('server/agencies/code-lists.routes.test.ts', '-t', title)

export const codeLists = [
  [
    'code lists: a signed record that follows what was written after it on the same day',
    'contract/settings/code-words.ts',
    'Date.parse(one.writtenAt) <= Date.parse(at)',
    'one.from <= at.slice(0, 10)',
    words,
  ],
  [
    'code lists: an own code that does not count as its parent',
    'contract/codes/own-code.ts',
    "code.slice(0, code.includes('.') ? code.indexOf('.') : undefined) as Code",
    'code as Code',
    words,
  ],
  [
    'code lists: a code on which rules rest that is hidden',
    'server/agencies/code-list.ts',
    ' && !list.agency?.always?.includes(code)',
    '',
    rules,
  ],
  [
    'code lists: an own code that records hold is taken away',
    'server/agencies/code-list.ts',
    "['sheet.rows', gone.length === 0, 'settings/own-code-stays'],",
    '',
    rules,
  ],
  [
    'code lists: an own code of another agency is taken for one of this',
    'server/agencies/code-words.queries.ts',
    'known.has(code)',
    "code !== ''",
    routes('refused wherever'),
  ],
  [
    'code lists: a package that tells another agency a code that it cannot know',
    'server/sharing/referral/referrals.actions.ts',
    'reason: standardOf(sheet.reason),',
    'reason: sheet.reason as never,',
    routes('counts as its parent'),
  ],
  [
    'code lists: a printed paper in the words of today',
    'server/documents/code-labels.ts',
    '{ language, day, at: at ?? null }',
    '{ language, day: dayOf(now), at: null }',
    routes('a signed paper'),
  ],
]
