// Scales: what is scored, what tells of danger, and that a danger stays until somebody decides.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const scoring = (title) => unit('server/instruments/scoring/scoring.test.ts', '-t', title)
const routes = (title) => unit('server/instruments/scales.routes.test.ts', '-t', title)
const logic = (title) => unit('contract/questionnaires/logic/logic.test.ts', '-t', title)

export const scales = [
  [
    'scales: an alarm that waits for a whole score',
    'server/instruments/scoring/scoring.ts',
    "alert.item === undefined ? values.get(alert.score ?? '') : counted.get(alert.item)",
    "values.get(alert.score ?? 'total') === null ? null : counted.get(alert.item ?? '')",
    scoring('item 9 raises the alarm'),
  ],
  [
    'scales: a reversed item that counts as it stands',
    'server/instruments/scoring/scoring.ts',
    'return least + most - value',
    'return value',
    scoring('reversed items'),
  ],
  [
    'scales: a danger that nobody is asked about',
    'server/instruments/scales.actions.ts',
    'if (!isDanger) return',
    'return',
    routes('item 9 opens work'),
  ],
  [
    'scales: a decision that leaves the work open',
    'server/instruments/scales.actions.ts',
    "  await settle(tx, ['decide-alert'], { caseId, subjectId: id })\n",
    '',
    routes('item 9 opens work'),
  ],
  [
    'scales: answers for whoever need not know them',
    'server/instruments/scales.view.ts',
    '...(masked && { answers: {}, emergencies: [], remarks: [], version: 0 }),',
    '',
    routes('what somebody said in a scale'),
  ],
  [
    'questionnaires: an answer to what does not apply',
    'contract/questionnaires/logic/settle.ts',
    '    if (!isRelevant(work, scope, node)) continue\n',
    '',
    logic('what does not apply'),
  ],
]
