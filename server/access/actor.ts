import type { Level } from '#contract/access.ts'
import type { LinkPurpose, Role } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'

/** Who acts: a worker in their role, whoever was let in by a secure link and has no account, or a partner’s program. */
export type ActorRole = Role | 'link-receiver' | 'partner'

/** What a secure link opens, and whose it is: the link is who acts. */
export type OpenedLink = Readonly<{
  purpose: LinkPurpose
  subjectId: string
  personId: string
  caseId: string | null
  inquiryId: string | null
}>

/** The signed-in worker, with everything a policy may ask about them. Made once for each request. */
export type Actor = Readonly<{
  signInId: string
  agencyId: string
  workerId: string
  name: string
  role: ActorRole
  level: Level
  language: Language
  agencyName: string
  demo: boolean
  /** The names under which this worker may be a reader: their own id, and the posts of their role. */
  principals: readonly string[]
  /** Whether they proved a short while ago, in this very sign-in, that it is they. Absent counts as no. */
  fresh?: boolean
  /** What is lent to them by break-glass for this one read, where their own sight found nothing. */
  lent?: Readonly<{ openingId: string; until: Date }>
  /** What their secure link opens; only receivers of links have one. */
  link?: OpenedLink
}>

/** The PostgreSQL role of each role here: each has row-level security policies of its own. */
export const databaseRole = {
  worker: 'alongside_worker',
  supervisor: 'alongside_supervisor',
  'agency-head': 'alongside_head',
  'agency-administrator': 'alongside_administrator',
  inspector: 'alongside_inspector',
  'link-receiver': 'alongside_link_receiver',
  partner: 'alongside_partner',
} as const satisfies Record<ActorRole, string>

type Posts = Readonly<{ deskPost: string; headPost: string }>

/** Whoever does case work may sit at the desk; the head's post sees every case that is not restricted. */
export function principalsOf(workerId: string, role: Role, { deskPost, headPost }: Posts): string[] {
  if (role === 'agency-head') return [workerId, deskPost, headPost]
  if (role === 'worker' || role === 'supervisor') return [workerId, deskPost]
  return [workerId]
}
