// The desk: danger first, who has what, the public queue, screening, and the waiting list.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const routes = (folder, title) => unit(`server/case/intake/${folder}.routes.test.ts`, '-t', title)
const rules = (title) => unit('server/case/intake/screening/screening.test.ts', '-t', title)

export const reception = [
  [
    'screening: a house that is full and takes one more',
    'server/case/intake/screening/screening.ts',
    'taken < limit',
    'taken <= limit',
    rules('every place is taken'),
  ],
  [
    'screening: what is simple before what is dangerous',
    'server/case/intake/screening/screening.ts',
    'danger ? 0 : 1,',
    'danger ? 1 : 1,',
    rules('danger comes first'),
  ],
  [
    'screening: an abolished code that leads nowhere',
    'server/case/intake/divisions/divisions.ts',
    'now: standing ? [code] : successors(divisions, meant, day, mostSteps)',
    'now: [code]',
    rules('a code that was abolished'),
  ],
  [
    'reception: danger answered with a leaflet',
    'server/case/intake/reception/reception.ts',
    'if (emergency?.emergency)',
    'if (emergency === null)',
    routes('reception/reception', 'only wants to know'),
  ],
  [
    'reception: taken from a colleague unseen',
    'server/case/intake/inquiry/inquiry.actions.ts',
    'takenBy !== workerId && takenBy !== from',
    'takenBy === workerId && takenBy !== from',
    routes('reception/reception', 'of two who take'),
  ],
  [
    'first contact: what is sensitive kept before the notice was told',
    'server/case/intake/inquiry/inquiry.actions.ts',
    '  refuseUnlessNoticeFirst(sheet, { emergency: inquiry.emergency, underFourteen }, inquiry) // 422\n',
    '',
    routes('inquiry/notice-first', 'nothing sensitive is kept'),
  ],
  [
    'first contact: danger that waits for a notice',
    'contract/case/notice-first.ts',
    "if (emergency === true) return 'emergency'",
    'if (emergency === null) return null',
    routes('inquiry/notice-first', 'danger goes before it'),
  ],
  [
    'web form: a visitor who reads the queue',
    'server/migrations/2026-11-29-52-ask-from-outside.sql',
    'grant insert (agency_id, id, receipt, received_at, language, content_sealed, due_at) on web_requests to alongside_visitor;',
    'grant select, insert on web_requests to alongside_visitor;',
    routes('web-form/web-form', 'the role of visitors'),
  ],
]
