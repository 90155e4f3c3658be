// What somebody types, and the page on which it stands.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const store = unit('web/app/draft-store.test.ts')

export const drafts = [
  [
    'a draft: kept nowhere before the server has it',
    'web/app/draft-keeper.ts',
    'this.tell({ value, state, refusal: null })\n    this.keep()',
    'this.tell({ value, state, refusal: null })',
    unit('web/app/draft-keeper.test.ts'),
  ],
  [
    'a draft: the later of two that wins unasked',
    'web/app/draft-keeper.ts',
    'if (same(theirs.value, sent)) this.saved(sent, theirs)',
    'if (theirs.version > 0) this.saved(sent, await this.task.save(sent, theirs.version))',
    unit('web/app/draft-keeper.test.ts'),
  ],
  [
    'a draft: given up when the server is away',
    'web/app/draft-keeper.ts',
    'if (refusal instanceof ServerUnreachable) return this.later()',
    'if (refusal instanceof ServerUnreachable) return this.store.drop(this.task.key)',
    unit('web/app/draft-keeper.test.ts'),
  ],
  [
    'a draft: all tabs write to one place',
    'web/app/draft-store.ts',
    "tab() === '' ? prefix + key : prefix + key + ofTab + tab()",
    'prefix + key',
    store,
  ],
  [
    'a draft: what another tab has written since goes with what was read of it',
    'web/app/draft-store.ts',
    'lyingAt(storage(), other.place)?.at === other.at',
    'lyingAt(storage(), other.place)',
    store,
  ],
  [
    'a draft: what a tab that is gone has left is never read',
    'web/app/draft-store.ts',
    'const other = mine ? null : newestOf(storage(), key)',
    'const other = mine && newestOf(storage(), key)',
    store,
  ],
  [
    'a form: laid whole over what a colleague has written since',
    'web/app/typed-keeper.ts',
    '  if (same(mine, base)) return beginning\n',
    '',
    unit('web/app/typed-keeper.test.ts'),
  ],
  [
    'a page that acts as whoever signed in over it',
    'server/entrance/recognise.ts',
    "if (found.from === 'cookie') refuseAnothersPage(request, actor)",
    '',
    unit('server/sign-in/sign-in.test.ts', '-t', 'drawn for one worker'),
  ],
]
