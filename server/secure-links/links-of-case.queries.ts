import { sql } from 'kysely'
import { z } from 'zod'
import { type LinkPurpose, linkPurpose } from '#contract/codes/index.ts'
import type { LinkView } from '#contract/secure-links.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { viewOf } from './links.actions.ts'

/** A link to a client, and whether its answer came and was taken into the case. */
export type LinkOfCase = LinkView &
  Readonly<{ purpose: LinkPurpose; subjectId: string; about: string; answer: 'none' | 'arrived' | 'taken' }>

type Which = PageQuery & Readonly<{ purpose: LinkPurpose; subjectId?: string | undefined }>

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** The links to clients of a case for one purpose, newest first. */
export async function linksOfCase(tx: Transaction, caseId: string, { limit, after, ...which }: Which) {
  const position = positionIn(after, Position)
  let ids = tx.db
    .selectFrom('secureLinks as o')
    .select('o.id')
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.caseId', '=', caseId)
    .where('o.purpose', '=', which.purpose)
    .where(sql<boolean>`o.purpose <> 'referral'`)
    .orderBy('o.issuedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
  if (which.subjectId !== undefined) ids = ids.where('o.subjectId', '=', which.subjectId)
  if (position)
    ids = ids.where(sql<boolean>`(o.issued_at, o.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  // The page is read from the index alone; names and answers are looked up for its rows only.
  const found = await tx.db
    .selectFrom('secureLinks as l')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'l.agencyId').onRef('w.id', '=', 'l.issuedBy'),
    )
    .leftJoin('linkAnswers as a', (join) =>
      join.onRef('a.agencyId', '=', 'l.agencyId').onRef('a.linkId', '=', 'l.id'),
    )
    .where('l.agencyId', '=', tx.actor.agencyId)
    .where('l.id', 'in', ids)
    .select(['l.id', 'l.receiverName', 'l.language', 'l.factor', 'l.issuedAt', 'l.expiresAt', 'l.openedAt'])
    .select(['l.wrongAnswers', 'l.endedAt', 'l.endedWhy', 'w.id as issuedBy', 'w.name as issuedByName'])
    .select(['l.purpose', 'l.subjectId', 'l.about', 'a.givenAt', 'a.takenAt'])
    .orderBy('l.issuedAt', 'desc')
    .orderBy('l.id', 'desc')
    .execute()
  const page = pageFrom(found, limit, (row) => [row.issuedAt.toISOString(), row.id])
  tx.saw({ kind: 'secure-link-list', caseId, listed: page.rows.map(({ id }) => id) })
  const rows = page.rows.map(({ purpose, subjectId, about, givenAt, takenAt, ...row }): LinkOfCase => ({
    ...viewOf(row, tx.now),
    purpose: linkPurpose.schema.parse(purpose),
    subjectId,
    about,
    answer: givenAt === null ? 'none' : takenAt === null ? 'arrived' : 'taken',
  }))
  return { next: page.next, rows }
}

type OfSubject = Readonly<{ purpose: LinkPurpose; subjectId: string }>

/** Who was asked about these by a link that still opens and has not answered, and when. */
export async function askedByLink(tx: Transaction, purpose: LinkPurpose, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  return tx.db
    .selectFrom('secureLinks')
    .select(['subjectId', 'receiverId as id', 'receiverName as name', 'issuedAt as since'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('purpose', '=', purpose)
    .where('subjectId', 'in', [...subjectIds])
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', tx.now)
    .orderBy('receiverName')
    .execute()
}

/** Whose answer to a subject came by a link. */
export async function wasAnsweredByLink(tx: Transaction, { purpose, subjectId }: OfSubject) {
  const rows = await tx.db
    .selectFrom('secureLinks as l')
    .innerJoin('linkAnswers as a', (join) =>
      join.onRef('a.agencyId', '=', 'l.agencyId').onRef('a.linkId', '=', 'l.id'),
    )
    .select('l.receiverId')
    .where('l.agencyId', '=', tx.actor.agencyId)
    .where('l.purpose', '=', purpose)
    .where('l.subjectId', '=', subjectId)
    .execute()
  return new Set(rows.map(({ receiverId }) => receiverId))
}
