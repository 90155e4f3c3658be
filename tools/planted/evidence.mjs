// Evidence: what contradicts itself says so, what is sensitive is masked, and what the client corrects is kept.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const rules = (title) => unit('server/case/assessment/evidence/evidence.test.ts', '-t', title)
const routes = (title) => unit('server/case/assessment/evidence/evidence.routes.test.ts', '-t', title)

export const evidence = [
  [
    'evidence: a contradiction that is settled once and for all',
    'server/case/assessment/evidence/evidence.ts',
    'settledAt === null || recordedAt >= settledAt',
    'settledAt === null',
    rules('until it is settled'),
  ],
  [
    'evidence: the head of the agency sees what is sensitive',
    'server/case/lifecycle/need-to-know.ts',
    "role === 'supervisor'",
    "role !== 'worker'",
    unit('server/case/lifecycle/need-to-know.test.ts'),
  ],
  [
    'masking: a form that prints what the screen hides',
    'server/documents/gathering/facts.queries.ts',
    'await masksIn(tx, caseFile, { ...assessment, sheet })',
    'null',
    unit('server/case/assessment/masking.routes.test.ts', '-t', 'no sentence'),
  ],
  [
    'masking: a blank sheet saved over what was not seen',
    'server/case/assessment/assessment.view.ts',
    'version: masked ? 0 : assessment.version',
    'version: assessment.version',
    unit('server/case/assessment/masking.routes.test.ts', '-t', 'never saved over'),
  ],
  [
    'masking: an interview whose texts are sent all the same',
    'server/case/lifecycle/told.ts',
    "return value === '' ? '' : word",
    "return word === '' ? value : word",
    unit('server/case/intake/interview/masking.routes.test.ts', '-t', 'remains when and how'),
  ],
  [
    'masking: an interview that its form prints',
    'server/documents/gathering/facts.queries.ts',
    '.map((one) => told(one, maskedInterviewRow))',
    '',
    unit('server/case/intake/interview/masking.routes.test.ts', '-t', 'no sentence of an interview'),
  ],
  [
    'masking: what a contact was for, in the list of contacts',
    'server/case/delivery/process-record.view.ts',
    "({ ...row, purpose: '' })",
    '({ ...row })',
    unit('server/case/delivery/masking.routes.test.ts', '-t', 'no sentence of a process record'),
  ],
  [
    'masking: a plan that repeats the analysis',
    'server/case/plan/plan.view.ts',
    'masked ? withoutAnalysis(sheet) : sheet',
    'sheet',
    unit('server/case/delivery/masking.routes.test.ts', '-t', 'a plan tells'),
  ],
  [
    'masking: fields of the agency that leave with a caseload',
    'server/case/lifecycle/own-columns.ts',
    'masked.has(found.recordId) ? maskedWords[language] : text',
    'masked.has(language) ? maskedWords[language] : text',
    unit('server/case/lifecycle/own-columns.test.ts', '-t', 'need not know'),
  ],
  [
    'masking: answers in the file that are not on the screen',
    'server/instruments/questionnaires/results.view.ts',
    'all.filter(({ caseId }) => known.has(caseId))',
    'all.filter(({ caseId }) => known.has(caseId) || caseId)',
    unit('server/instruments/questionnaires/questionnaires.routes.test.ts', '-t', 'need not be known'),
  ],
  [
    'masking: a family written by who may not read it',
    'server/drawings/drawings.actions.ts',
    'if (!(await needsToKnowPerson(tx, personId)))',
    'if (!personId)',
    unit('server/drawings/drawings.routes.test.ts', '-t', 'emotional lines and the ecomap'),
  ],
  [
    'awaited: a guardian who is waited for without being asked by law',
    'server/case/assessment/awaited.ts',
    "(part === 'client' || needsGuardian)",
    "(part === 'client' || viewGivers.length > 0)",
    unit('server/case/assessment/awaited.test.ts'),
  ],
  [
    'evidence: a name that leaves under the mask',
    'server/case/assessment/evidence/evidence.view.ts',
    'saidByName: shown(source.saidByName)',
    'saidByName: source.saidByName',
    routes('masked on the server'),
  ],
  [
    'evidence: collected before anybody was told',
    'server/case/assessment/evidence/evidence.actions.ts',
    "if (!(await isNoticeTold(tx, caseId))) throw new Refusal('evidence/notice-not-told')",
    'await isNoticeTold(tx, caseId)',
    routes('before the notice'),
  ],
  [
    'evidence: a copied row that counts as changed',
    'web/case/assessment/compare.ts',
    'sheet[field].map(({ id: _id, ...row }) => {',
    'sheet[field].map((row) => {',
    unit('web/case/assessment/compare.test.ts'),
  ],
  [
    'evidence: a correction that nobody keeps',
    'server/case/assessment/assessment.actions.ts',
    '  await insertCorrections(tx, assessment, given)\n',
    '',
    unit('server/case/assessment/corrections.routes.test.ts', '-t', 'line by line'),
  ],
]
