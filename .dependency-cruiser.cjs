// Who may import whom. The role of a file is in its name, so a tool can check it. No exemption lists: change the rule
// with an ADR, or the code.
const modules =
  'case|people|agencies|sharing|directory|instruments|documents|supervision|workforce|projects|reporting|workday|audit|break-glass|consent|calendar|secure-links|client-links|drawings|partners|file-copies'
// A file without a role suffix is domain: plan.ts, not plan.repository.ts.
const plainFile = `^server/(${modules}|kernel)/.*(?<=/)[^/.]+\\.ts$`
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle means one idea lives in two files.', {}, { circular: true }),
    rule(
      'contract-stands-alone',
      'The contract knows neither side.',
      { path: '^contract/' },
      { path: '^(drawing|server|web)/' },
    ),
    rule(
      'web-and-server-never-meet',
      'They share only the contract and the drawings.',
      { path: '^(web|server)/' },
      { path: '^(web|server)/', pathNot: '^$1/' },
    ),
    rule(
      'drawing-knows-neither-side',
      'Pictures are drawn by pure functions for screen, paper and command line; they know only the contract.',
      { path: '^drawing/', pathNot: '\\.(test|factory)\\.ts$' },
      { path: '.', pathNot: '^(drawing|contract)/' },
    ),
    rule(
      'stages-are-strangers',
      'A stage sees its siblings only through their doors.',
      { path: '^server/case/([^/]+)/', pathNot: '\\.(test|factory)\\.ts$' },
      {
        path: '^server/case/[^/]+/',
        pathNot: [
          '^server/case/$1/',
          '^server/case/[^/]+/index\\.ts$',
          '^server/case/intake/[^/]+/index\\.ts$',
        ],
      },
    ),
    rule(
      'modules-have-one-door',
      'From outside, import a module by its index only; app.ts alone also takes its routes.',
      {
        path: '^server/([^/]+)/',
        pathNot: ['^server/(testing|seeds|starting|command-line)/', '\\.(test|factory)\\.ts$'],
      },
      { path: `^server/(${modules})/`, pathNot: ['^server/$1/', '/index\\.ts$'] },
    ),
    rule(
      'rules-are-pure',
      'Domain files do no I/O and know no framework: time, chance and files come in as arguments.',
      {
        path: plainFile,
        pathNot: ['/index\\.ts$', '^server/kernel/content-hash\\.ts$', '^server/people/pinyin\\.ts$'],
      },
      {
        path: [
          '^server/platform/',
          '\\.(actions|repository|queries|routes|view)\\.ts$',
          'node_modules/(fastify|kysely|pg|graphile)',
        ],
      },
    ),
    rule(
      'platform-knows-no-module',
      'Technology below, social work above.',
      { path: '^server/(platform|kernel)/', pathNot: '\\.test\\.ts$' },
      { path: `^server/(${modules}|access|entrance|seeds|starting)/` },
    ),
    rule(
      'sql-lives-in-repositories',
      'Only repositories, queries and row shapes speak SQL.',
      {
        path: '^server/',
        pathNot:
          '\\.(repository|queries|rows|jobs)\\.ts$|\\.test\\.ts$|^server/(platform|migrations|testing|seeds|starting)/|^server/(access/transaction|entrance/health\\.routes)\\.ts$',
      },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    rule(
      'http-lives-in-routes',
      'Only routes, the entrance and the edge speak HTTP.',
      {
        path: '^server/',
        pathNot: '\\.routes\\.ts$|^server/(platform/http/|entrance/|app\\.ts|testing/|starting/)',
      },
      { path: 'node_modules/(fastify|@fastify)' },
    ),
    rule(
      'routes-ask-actions',
      'A route never reaches around an action to write.',
      { path: '\\.routes\\.ts$' },
      { path: '\\.repository\\.ts$' },
    ),
    rule(
      'ui-knows-no-domain',
      'The design system could be sold to a bakery.',
      { path: '^web/ui/' },
      { path: '^(web/(?!ui/)|contract/(?!access\\.ts))' },
    ),
    rule(
      'factories-stay-in-tests',
      'Believable people belong in tests.',
      { pathNot: '\\.test\\.tsx?$|\\.factory\\.ts$|^server/(testing|seeds)/' },
      { path: '\\.factory\\.ts$' },
    ),
    rule(
      'no-junk-drawers',
      'Name a folder after what it is about.',
      { path: '(^|/)(utils?|helpers?|common|misc|managers?|services?)(/|\\.)' },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
