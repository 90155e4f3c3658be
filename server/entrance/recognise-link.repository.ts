import { sql } from 'kysely'
import { linkPurpose } from '#contract/codes/index.ts'
import { Language } from '#contract/language.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { Actor } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Db } from '#server/platform/database/database.ts'

/** The cookie of an opened link; over TLS with the prefix that ties it to this host alone. */
export const linkCookieName = (secure: boolean) => (secure ? '__Host-alongside-link' : 'alongside-link')

type Row = Readonly<{
  openingId: string
  agencyId: string
  linkId: string
  purpose: string
  subjectId: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  receiverName: string
  language: string
  agencyName: string
  endedWhy: string | null
}>

// Nobody asks for the level of a link; the lowest there is.
const lowest = 4

/** What somebody is told who proved that a link is theirs, once sight of what was shared has ended. */
export const endTold = (why: string) => new Refusal(toldBy[why] ?? 'links/over')

const toldBy: Readonly<Record<string, RefusalCode>> = {
  'consent-withdrawn': 'links/consent-withdrawn',
  answered: 'links/answered',
  'case-closed': 'links/no-longer',
  'case-sealed': 'links/no-longer',
  'right-lost': 'links/no-longer',
}

/**
 * Who opened a link, by the token of the opening: the link itself, and nobody once it was taken back or has run out.
 * Throws what is told (409) once sight of what was shared has ended.
 */
export async function linkActorOf(db: Db, hash: Buffer, now: Date): Promise<Actor | null> {
  const { rows } = await sql<Row>`select * from recognise_link(${hash}, ${now})`.execute(db)
  const [row] = rows
  if (!row) return null
  const { openingId, agencyId, linkId, receiverName, agencyName, language, purpose, endedWhy, ...whose } = row
  if (endedWhy !== null) throw endTold(endedWhy)
  return {
    signInId: openingId,
    agencyId,
    workerId: linkId,
    name: receiverName,
    role: 'link-receiver',
    level: lowest,
    language: Language.parse(language),
    agencyName,
    demo: false,
    principals: [],
    link: { ...whose, purpose: linkPurpose.schema.parse(purpose) },
  }
}
