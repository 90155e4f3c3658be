// Settings of the agency: what counts on a day, what is never rewritten, and what a record is signed with.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const own = (title) => unit('server/case/own-fields/own-fields.routes.test.ts', '-t', title)

export const settings = [
  [
    'settings: the version that was written last counts, whatever its day',
    'server/agencies/setting.ts',
    'one.from === other.from ? one.ordinal > other.ordinal : one.from > other.from',
    'one.ordinal > other.ordinal',
    unit('server/agencies/setting.test.ts'),
  ],
  [
    'settings: what counted before is changed backwards',
    'server/agencies/setting.ts',
    'newest === 0 || from >= today',
    'newest >= 0 || from >= today',
    unit('server/agencies/setting.test.ts'),
  ],
  [
    'settings: an exception of every channel that outweighs the one of a channel',
    'server/agencies/opening-hours.ts',
    'const counting = named.length > 0 ? named : ',
    'const counting = ',
    unit('server/agencies/reach.test.ts'),
  ],
  [
    'settings: a version that is rewritten',
    'server/migrations/2026-11-29-30-keep-settings.sql',
    "    execute format('create trigger written_once before update on %I for each row execute function written_once()', table_name);\n",
    '',
    unit('server/agencies/settings.routes.test.ts', '-t', 'the database itself'),
  ],
  [
    'own fields: a record that is signed without what the agency requires',
    'server/case/own-fields/own-field.ts',
    '.filter(({ required }) => required)',
    '.filter(({ required }) => !required)',
    unit('server/case/own-fields/own-field.test.ts'),
  ],
  [
    'own fields: a signed record that follows the newest words of a field',
    'server/case/own-fields/own-fields.view.ts',
    'const shown = fields ?? (isOpen',
    'const shown = (isOpen',
    own('a field and a rule'),
  ],
  [
    'workflow: a site that goes by the agency’s template whatever its own is',
    'server/agencies/settings-in-force.queries.ts',
    'found.find(({ subject }) => subject === siteId) ?? found',
    'found',
    own('a site goes by a template'),
  ],
  [
    'own fields: a field of one template that is asked in every case',
    'server/agencies/work-in-force.queries.ts',
    'only === null || only === template',
    'only === null || template !== null',
    own('a site goes by a template'),
  ],
  [
    'divisions: an edition that is taken although a line of it is refused',
    'server/case/intake/divisions/editions.actions.ts',
    'if (outcomes.refused > 0) throw',
    'if (outcomes.refused > 99) throw',
    unit('server/case/intake/divisions/editions.routes.test.ts', '-t', 'what cannot be taken'),
  ],
  [
    'divisions: an edition that was undone and still counts',
    'server/case/intake/divisions/editions.repository.ts',
    "    .where('state', '=', 'taken')\n",
    '',
    unit('server/case/intake/divisions/editions.routes.test.ts', '-t', 'an edition is checked'),
  ],
  [
    'reporting: an own field that is counted apart from its standard field',
    'server/reporting/case-movements.queries.ts',
    "split_part(own, '.', 1)",
    'own',
    unit('server/agencies/code-lists.routes.test.ts', '-t', 'own service fields'),
  ],
  [
    'workflow: a case by DB62/T 4986 that goes from its assessment to the plan',
    'server/case/lifecycle/lifecycle.ts',
    "assessment: ['intake', 'closing'],",
    "assessment: ['intake', 'plan', 'closing'],",
    unit('server/case/lifecycle/lifecycle.test.ts'),
  ],
  [
    'a site: a case that its own worker moves',
    'server/access/operations.ts',
    "'case.move-to-site': { roles: overseers },",
    "'case.move-to-site': { roles: caseReaders },",
    unit('server/case/lifecycle/site.routes.test.ts', '-t', 'does not move by its worker'),
  ],
  [
    'a site: a case that moves to a site that was given up',
    'server/case/lifecycle/site.actions.ts',
    '  await refuseUnlessSite(tx, today, siteId) // 422\n',
    '',
    unit('server/case/lifecycle/site.routes.test.ts', '-t', 'does not move by its worker'),
  ],
  [
    'a site: a signed form that names the site of today',
    'server/documents/gathering/facts.queries.ts',
    "writtenAt && formId !== 'F07' ? await siteIdAt(tx, row, caseId, writtenAt) : row.siteId",
    'row.siteId',
    unit('server/case/lifecycle/site.routes.test.ts', '-t', 'what was signed'),
  ],
  [
    'reporting: problems counted at the site to which a case moved later',
    'server/reporting/problem-natures.queries.ts',
    'case when m.agency_id is null then s.site_id else m.from_site_id end',
    's.site_id',
    unit('server/reporting/reporting.routes.test.ts', '-t', 'natures of problems'),
  ],
  [
    'reporting: a case that is counted twice because it was assessed twice',
    'server/reporting/problem-natures.queries.ts',
    'select distinct on (a.case_id) a.id',
    'select a.id',
    unit('server/reporting/reporting.routes.test.ts', '-t', 'natures of problems'),
  ],
]
