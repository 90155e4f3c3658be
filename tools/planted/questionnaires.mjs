// Questionnaires: one engine on both sides, versions that stay, results of what one sees and no more.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const routes = (title) => unit('server/instruments/questionnaires/questionnaires.routes.test.ts', '-t', title)
const filled = (title) => unit('tools/markup/filled-questionnaire.test.tsx', '-t', title)
const results = (title) => unit('server/instruments/questionnaires/results.test.ts', '-t', title)

export const questionnaires = [
  [
    'questionnaires: answers kept as they were typed',
    'server/instruments/questionnaires/questionnaires.ts',
    '  return settled\n',
    '  return typed\n',
    routes('answers are settled'),
  ],
  [
    'questionnaires: published full of holes',
    'server/instruments/questionnaires/questionnaires.actions.ts',
    '  refuseUnlessReady(draft.sheet) // 422\n',
    '',
    routes('designed from level 3'),
  ],
  [
    'questionnaires: an edition that is rewritten',
    'server/migrations/2026-11-29-91-keep-questionnaires.sql',
    'create trigger written_once before update on questionnaire_editions for each row execute function written_once();',
    '',
    routes('designed from level 3'),
  ],
  [
    'questionnaires: results of cases that one does not see',
    'server/migrations/2026-11-29-91-keep-questionnaires.sql',
    "' where c.agency_id = questionnaire_answers.agency_id and c.id = questionnaire_answers.case_id), false)'",
    "' where c.agency_id = questionnaire_answers.agency_id and c.id = questionnaire_answers.case_id), true)'",
    unit('server/testing/matrix/second-wall.matrix.test.ts', '-t', 'no table shows'),
  ],
  [
    'questionnaires: a mean over what another version asked in words',
    'server/instruments/questionnaires/variables.ts',
    'const key = JSON.stringify([node.name, measure, repeats])',
    'const key = JSON.stringify([node.name, repeats])',
    results('frequencies, means'),
  ],
  [
    'questionnaires: a cell that an import leaves out without a word',
    'server/instruments/xlsform/survey.ts',
    "this.say(row, heading.column, 'cell-unused', text)",
    'continue',
    unit('server/instruments/xlsform/xlsform.test.ts', '-t', 'what stands where nobody'),
  ],
  [
    'questionnaires: a sample that is taken for the whole',
    'server/instruments/questionnaires/results.ts',
    'Math.sqrt(squares / (count - 1))',
    'Math.sqrt(squares / count)',
    results('frequencies, means'),
  ],
  [
    'questionnaires: a screen that judges what was typed, not what counts',
    'web/instruments/questionnaires/resolver.ts',
    'wrongAnswers(sheet, settle(sheet, typed, occasion), occasion)',
    'wrongAnswers(sheet, typed, occasion)',
    filled('the form library and the server'),
  ],
  [
    'questionnaires: an answer that nobody gave, filled by the library from another round',
    'web/instruments/questionnaires/filling.ts',
    '    questionsHere(nodes).map((node) => [',
    '    questionsHere(nodes).filter((node) => answers[node.name] !== undefined).map((node) => [',
    filled('answers become values'),
  ],
  [
    'questionnaires: a name that the form library takes for a step',
    'web/instruments/questionnaires/filling.ts',
    "`:${name.replaceAll('.', ':')}`",
    'name',
    filled('the form library and the server'),
  ],
  [
    'a form of the library that nobody keeps',
    'web/typed-text.ts',
    'const libraryForms = /const (\\w+) = useForm\\b/gu',
    'const libraryForms = /const (\\w+) = useLibraryForm\\b/gu',
    unit('web/typed-text-is-kept.test.ts'),
  ],
  [
    'scales: a licence that anybody may claim',
    'server/access/operations.ts',
    "'instrument.load': { roles: overseers, level: 3 }",
    "'instrument.load': { roles: caseReaders }",
    unit('server/instruments/loaded/loaded.routes.test.ts'),
  ],
]
