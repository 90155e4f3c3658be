import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Cursor, PageQuery } from '#contract/page.ts'
import { ShortText } from '#contract/text.ts'

/** For how many days a credential may last at the most. */
export const mostCredentialDays = 366

/** Adds a partner: an agency whose own program reads and answers what is referred to it. */
export const AddPartner = z.strictObject({ id: Id, name: ShortText(200) })
export type AddPartner = z.infer<typeof AddPartner>

/** Issues a credential to a partner, for so many days. */
export const IssueCredential = z.strictObject({ id: Id, days: z.int().min(1).max(mostCredentialDays) })
export type IssueCredential = z.infer<typeof IssueCredential>

/** Takes a credential back, from this moment on. */
export const EndCredential = z.strictObject({})

/** A credential as the administrator sees it: never what opens anything. */
export const CredentialView = z.object({
  id: Id,
  issuedBy: WorkerRef,
  issuedAt: Moment,
  expiresAt: Moment,
  /** When it was last used, to the hour. */
  usedAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  isOpen: z.boolean(),
})
export type CredentialView = z.infer<typeof CredentialView>

/** A partner with its newest credentials. */
export const PartnerView = z.object({ id: Id, name: z.string(), credentials: z.array(CredentialView) })
export type PartnerView = z.infer<typeof PartnerView>

/** The partners of the agency, by name. */
export const PartnerQuery = PageQuery
export const PartnerPage = z.object({ rows: z.array(PartnerView), next: Cursor.nullable() })
export type PartnerPage = z.infer<typeof PartnerPage>

/** A credential that was just issued. What it says is shown once and never again. */
export const IssuedCredential = z.object({ partner: PartnerView, token: z.string() })
export type IssuedCredential = z.infer<typeof IssuedCredential>

/** What partners, and whoever keeps them, may be refused with. */
export const partnerRefusals = {
  'partners/name-taken': 'not-now',
  'partners/ended-already': 'not-now',
  'partners/consent-withdrawn': 'gone',
  'partners/over': 'gone',
  'partners/no-such-status': 'unfinished',
  'partners/another-task': 'malformed',
} as const
