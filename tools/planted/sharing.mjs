// Sharing: what leaves, who sees it, and that sight ends.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const kept = 'server/migrations/2026-11-29-20-refer-and-be-referred.sql'
const routes = (title) => unit('server/sharing/referral/referrals.routes.test.ts', '-t', title)

const linked = 'server/migrations/2026-11-29-80-open-by-secure-link.sql'
const links = (title) => unit('server/secure-links/links.routes.test.ts', '-t', title)
const letter = unit('server/sharing/paper/letter.routes.test.ts')

export const sharing = [
  [
    'sharing: a section that nobody consented to',
    'server/sharing/package/package.ts',
    'ticked.filter((section) => !notConsented.includes(section))',
    'ticked',
    unit('server/sharing/package/package.test.ts'),
  ],
  [
    'sharing: sent although something is not consented to',
    'server/sharing/referral/referrals.actions.ts',
    '  refuseUnlessCovered(coverage) // 422\n',
    '',
    routes('sending is refused'),
  ],
  [
    'sharing: sent without an assessment',
    'server/sharing/referral/referrals.actions.ts',
    "  if (!(await isAssessed(tx, origin))) throw new Refusal('sharing/not-assessed') // 422\n",
    '',
    routes('sending is refused'),
  ],
  [
    'sharing: a sight that has ended and still shows',
    kept,
    'referral_packages.referral_id and s.ended_at is null)',
    'referral_packages.referral_id)',
    routes('consent is withdrawn in the middle'),
  ],
  [
    'sharing: a withdrawn consent that ends no sight',
    kept,
    'when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function withdrawn_consents_end_sight()',
    'when (false) execute function withdrawn_consents_end_sight()',
    routes('consent is withdrawn in the middle'),
  ],
  [
    'sharing: a look that the referrer never learns of',
    'server/entrance/looking.ts',
    ', ...linesElsewhere(act, witnessed)]',
    ', ...linesElsewhere(act, witnessed).slice(0, 0)]',
    routes('each look is on the audit of both'),
  ],
  [
    'sharing: silence that is told after an answer',
    'server/sharing/referral/silence.jobs.ts',
    "    .where('phase', '=', 'awaiting')\n",
    '',
    routes('silence is told'),
  ],
  [
    'sharing: a link that outlives the consent',
    linked,
    'when (old.sight_ended_at is null and new.sight_ended_at is not null) execute function referrals_end_their_links()',
    'when (false) execute function referrals_end_their_links()',
    links('ends a link in that second'),
  ],
  [
    'sharing: a link that may be guessed at for ever',
    linked,
    'set wrong_answers = l.wrong_answers + 1,',
    'set wrong_answers = l.wrong_answers,',
    links('the fifth wrong answer'),
  ],
  [
    'sharing: a link whose answer is not asked for',
    linked,
    'if link.factor_mark = given_mark then',
    'if given_mark is not null then',
    links('the fifth wrong answer'),
  ],
  [
    'sharing: a token of a link kept as it is',
    'server/secure-links/links.actions.ts',
    'tokenHash: hashOf(token)',
    'tokenHash: Buffer.from(token, "base64url")',
    links('reads, answers and reports'),
  ],
  [
    'sharing: a link that opens the referrals of others',
    linked,
    "l.purpose = 'referral' and l.subject_id = referral_packages.referral_id)",
    "l.purpose = 'referral')",
    links('opens its one record'),
  ],
  [
    'sharing: an exception for somebody else that carries a referral',
    'server/sharing/package/exceptions.ts',
    'receivers.some((one) => use.receiver !== null && isSameReceiver(one, use.receiver)) &&',
    'receivers.length > 0 &&',
    unit('server/sharing/package/exceptions.test.ts'),
  ],
  [
    'sharing: an answer due by a number of our own',
    'server/sharing/referral/referrals.actions.ts',
    "spanOf('referralReply', await limitsOn(tx, today))",
    '{ days: 7 }',
    letter,
  ],
]
