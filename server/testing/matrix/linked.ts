import { createHash, randomUUID } from 'node:crypto'
import type { ReferralPackage } from '#contract/sharing.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import type { World } from '../world.ts'
import type { MatrixCase } from './cases.ts'
import { byClientLink, byCredential, byLink, type Member, memberNamed } from './staff.ts'

/** Sends a referral out of a case by a secure link, opened by the member who has no account. */
export async function letInByLink(
  { rows, platform }: World,
  members: readonly Member[],
  { ids }: MatrixCase,
  authorId: string,
) {
  const { worker } = memberNamed(members, byLink)
  const [referralId, linkId] = [randomUUID(), randomUUID()]
  const place = [worker.agencyId, referralId, ids['personId'], ids['caseId']]
  await rows(
    `insert into referrals (agency_id, id, person_id, case_id, kind, reason, urgency, way, receiver_kind, receiver_name,
       receiver_language, service_needed, summary, expectation, sections, consent_ids, reply_by, state, moved_at, author_id,
       created_at, sent_by, sent_at)
     values ($1, $2, $3, $4, 'partial', 'new-need', 'routine', 'link', 'other', 'X', 'en', 'X', 'X', 'X', '{identity}',
       array[gen_random_uuid()], '2026-04-01', 'requested', '2026-03-01', $5, '2026-03-01', $5, '2026-03-01')`,
    [...place, authorId],
  )
  const contents = packageOf(referralId)
  const { own } = await platform.database.keyring.of(worker.agencyId)
  await rows(
    `insert into referral_packages (agency_id, referral_id, contents_sealed, content_hash, frozen_at) values ($1, $2, $3, $4, now())`,
    [
      worker.agencyId,
      referralId,
      own.seal(`referral-package|${referralId}`, JSON.stringify(contents)),
      contentHash(contents),
    ],
  )
  await rows(
    `insert into secure_links (agency_id, subject_id, person_id, case_id, id, purpose, receiver_name, language, token_hash, factor,
       factor_mark, issued_by, issued_at, expires_at)
     values ($1, $2, $3, $4, $5, 'referral', 'X', 'en', sha256('link'), 'code', 'x', $6, '2026-03-01', '2099-01-01')`,
    [...place, linkId, authorId],
  )
  await rows(
    `insert into link_openings (agency_id, id, link_id, token_hash, opened_at, expires_at)
     values ($1, gen_random_uuid(), $2, $3, '2026-03-01', '2099-01-01')`,
    [worker.agencyId, linkId, createHash('sha256').update(worker.token).digest()],
  )
}

/** Asks the client of a case for a scale by a link, opened by the member who is on their own phone. */
export async function letInOnTheirPhone(
  { rows, platform }: World,
  members: readonly Member[],
  { ids }: MatrixCase,
  authorId: string,
) {
  const { worker } = memberNamed(members, byClientLink)
  const linkId = randomUUID()
  await rows(
    `insert into secure_links (agency_id, subject_id, person_id, receiver_id, case_id, id, purpose, receiver_name, language,
       token_hash, factor, factor_mark, issued_by, issued_at, expires_at)
     values ($1, $2, $3, $3, $4, $2, 'questionnaire', 'X', 'en', sha256('paper'), 'code', 'x', $5, '2026-03-01', '2099-01-01')`,
    [worker.agencyId, linkId, ids['personId'], ids['caseId'], authorId],
  )
  const { own } = await platform.database.keyring.of(worker.agencyId)
  const paper = {
    purpose: 'questionnaire',
    questionnaireId: linkId,
    questionnaireVersion: 1,
    sheet: { title: 'X', languages: ['en'], defaultLanguage: 'en', lists: {}, nodes: [] },
  }
  const contents = JSON.stringify({ paper, help: { emergencyNumbers: '110', phones: [] } })
  await rows('insert into link_papers (agency_id, link_id, contents_sealed) values ($1, $2, $3)', [
    worker.agencyId,
    linkId,
    own.seal(`link-paper|${linkId}`, contents),
  ])
  await rows(
    `insert into link_openings (agency_id, id, link_id, token_hash, opened_at, expires_at)
     values ($1, gen_random_uuid(), $2, $3, '2026-03-01', '2099-01-01')`,
    [worker.agencyId, linkId, createHash('sha256').update(worker.token).digest()],
  )
}

/** A partner of each agency; whoever has the credential of the first is one of the members. */
export async function partnersThere({ rows }: World, members: readonly Member[]) {
  for (const name of ['administrator', 'administrator elsewhere']) {
    const { worker } = memberNamed(members, name)
    await rows(
      `insert into partners (agency_id, id, name, added_by, added_at) values ($1, gen_random_uuid(), 'X', $2, now())`,
      [worker.agencyId, worker.id],
    )
  }
  const { worker } = memberNamed(members, byCredential)
  await rows(
    // Used in an hour: no request of a long test notes it, so that tables can be compared before and after.
    `insert into partner_credentials (agency_id, id, partner_id, token_hash, issued_by, issued_at, expires_at, used_at)
     select p.agency_id, gen_random_uuid(), p.id, $2, p.added_by, now(), now() + interval '1 day', now() + interval '1 year'
     from partners p where p.agency_id = $1`,
    [worker.agencyId, createHash('sha256').update(worker.token).digest()],
  )
}

const packageOf = (referralId: string): ReferralPackage => ({
  form: 'alongside referral 1',
  referralId,
  from: { agency: 'X', worker: 'X' },
  to: { kind: 'other', name: 'X', contact: '' },
  kind: 'partial',
  reason: 'new-need',
  urgency: 'routine',
  serviceNeeded: 'X',
  summary: 'X',
  done: '',
  expectation: 'X',
  accompaniment: null,
  replyBy: '2026-04-01',
  sections: [{ section: 'identity', rows: [] }],
  sensitiveKinds: [],
})
