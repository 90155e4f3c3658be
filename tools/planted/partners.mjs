// Partners: whose credential opens what, what a bundle says, and that an answer is done once.
// name; the file; what is there; what a careless hand would make of it; what must turn red.

const unit = (...places) => ['node_modules/vitest/vitest.mjs', 'run', ...places]
const kept = 'server/migrations/2026-11-29-98-let-partners-answer.sql'
const routes = (title) => unit('server/sharing/fhir/fhir.routes.test.ts', '-t', title)
const mapping = (title) => unit('server/sharing/fhir/referral-bundle.test.ts', '-t', title)

export const partners = [
  [
    'partners: a credential that was taken back and still opens',
    kept,
    'where c.token_hash = given_hash and c.expires_at > given_now and c.ended_at is null;',
    'where c.token_hash = given_hash and c.expires_at > given_now;',
    routes('a credential is the administrator'),
  ],
  [
    'partners: a policy that shows what was sent to another partner',
    kept,
    'receiver_partner_id = (select app_worker()) and sent_at is not null and sight_ended_at is null);',
    'sent_at is not null and sight_ended_at is null);',
    routes('a credential opens what was sent'),
  ],
  [
    'partners: a policy that shows after the consent is withdrawn',
    kept,
    '(select app_worker()) and sent_at is not null and sight_ended_at is null);',
    '(select app_worker()) and sent_at is not null);',
    routes('a withdrawn consent'),
  ],
  [
    'partners: a credential issued without a fresh proof',
    'server/access/operations.ts',
    "'partner.issue': { roles: ['agency-administrator'], fresh: true }",
    "'partner.issue': { roles: ['agency-administrator'] }",
    routes('a credential is the administrator'),
  ],
  [
    'partners: a repeated answer refused as stale',
    'server/sharing/fhir/fhir.actions.ts',
    '  if (isSaidAlready(standing, asked, said, tx.seenVersion)) return standing\n',
    '',
    routes('reads what was shared'),
  ],
  [
    'partners: what was typed becomes markup',
    'server/sharing/fhir/narrative.ts',
    '.replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign)',
    '',
    mapping('says what is in the package'),
  ],
  [
    'partners: a number in a field although it is not safe to dial',
    'server/sharing/fhir/parties.ts',
    "const isSafe = firstOf(contact, 'safe-contact') === undefined",
    'const isSafe = true',
    mapping('says what is in the package'),
  ],
  [
    'partners: a task without what FHIR asks for',
    'server/sharing/fhir/task.ts',
    "    intent: 'order',\n",
    '',
    mapping('holds for a validator'),
  ],
]
