// Pictures: who is told a name, what is kept of whom, and what nobody could draw.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const routes = (title) => unit('server/drawings/drawings.routes.test.ts', '-t', title)
const drawing = (title) => unit('drawing/genogram/draw.test.ts', '-t', title)

export const drawings = [
  [
    'drawings: a record that the writer does not see',
    'server/drawings/family.ts',
    'some((id) => !known.has(id))',
    'some((id) => id === "")',
    routes('what nobody could draw'),
  ],
  [
    'drawings: the name of a relative whom the reader does not see',
    'server/drawings/families.repository.ts',
    "    .where(inSight(tx, 'p'))\n",
    '',
    routes('who sees the person'),
  ],
  [
    'drawings: a case out of sight that says who may write a family',
    'server/case/lifecycle/need-to-know.queries.ts',
    "    .where(inSight(tx, 'c'))\n",
    '',
    routes('a case out of sight takes nothing'),
  ],
  [
    'drawings: a second name beside the record',
    'server/drawings/family.ts',
    '{ ...person, ...unknown })),\n})',
    'person)),\n})',
    routes('a family is written once'),
  ],
  [
    'drawings: a line that goes through a symbol',
    'drawing/genogram/blocked.ts',
    'if (lineMeets(box, from, to) && !own.includes(id)) return null',
    'if (lineMeets(box, from, to) && !own.includes(id)) return 1',
    drawing('families of all kinds'),
  ],
  [
    'drawings: a household that is drawn around the wrong side',
    'drawing/genogram/grid.ts',
    'between(-dy, dx * down',
    'between(-dy, -dx * down',
    unit('drawing/genogram/grid.test.ts'),
  ],
  [
    'drawings: a line around a household that runs over what is written of others',
    'drawing/genogram/households.ts',
    '  for (const { box } of foreign) grid.clear(grown(box, beside))\n',
    '',
    unit('drawing/genogram/households.test.ts'),
  ],
  [
    'drawings: a line that lies on the lines of the family',
    'drawing/genogram/routes.ts',
    '[...near, ...this.besides(a), ...this.besides(b)]',
    'near',
    drawing('between wide labels'),
  ],
  [
    'drawings: an ecomap that shows no arrows in Word',
    'drawing/ecomap/links.ts',
    "        stroke: ink.line,\n        'stroke-opacity': 0,\n",
    "        stroke: 'none',\n",
    unit('server/documents/pictures.test.ts', '-t', 'in the dots of an ecomap'),
  ],
  [
    'drawings: an ecomap for whoever need not know it',
    'server/drawings/drawings.view.ts',
    'days.length > 0 && !whole && !needsToKnow(tx.actor, team)',
    'false',
    routes('illnesses, losses'),
  ],
  [
    'drawings: a loss that whoever need not know it is told',
    'server/drawings/family.ts',
    'filter(({ status }) => !losses.includes(status))',
    'filter(() => true)',
    routes('illnesses, losses'),
  ],
  [
    'drawings: a third parent',
    'drawing/genogram/editing.ts',
    'if (parents.partnerB !== null) return null',
    '',
    unit('drawing/genogram/editing.test.ts', '-t', 'whoever comes into a family'),
  ],
]
