import type { EmergencyDecision, InquirySheet } from './intake.ts'

/**
 * What the sheet of a first contact says that is sensitive (Personal Information Protection Law, art. 28; R-284): in a trouble and
 * its circumstances stand health, money and offences, in what somebody felt their state of mind, and a court or a
 * treatment that compels somebody is told by its name.
 */
const sensitive = [
  'trouble',
  'situation',
  'emotionalSupport',
  'referrerReason',
  'involuntaryGround',
  'resistance',
] as const satisfies readonly (keyof InquirySheet)[]

/** Of a child under 14 everything is: also whose they are, who sent them, what for and how willingly. */
const sensitiveOfChildren = [
  'callerRelation',
  'referrerName',
  'source',
  'helpType',
  'willingness',
] as const satisfies readonly (keyof InquirySheet)[]

/** A sheet as it stands or is to stand: whether there is danger, and whether the client is or may be under 14. */
export type SheetStanding = Readonly<{
  sheet: InquirySheet
  emergency: EmergencyDecision['emergency'] | null
  underFourteen: boolean
}>

/** On what the keeping of sensitive information rests; null where on nothing. */
export type NoticeBasis = 'told' | 'emergency' | 'ground' | 'nobody-named'

/**
 * The notice was told (R-026; Personal Information Protection Law, art. 17, 30), or goes after: life or health is in danger (art. 18,
 * paragraph 2), a law demands it (art. 13, 18), or nobody is named whom it could be about (art. 4).
 */
export function noticeBasis({ sheet, emergency }: Omit<SheetStanding, 'underFourteen'>): NoticeBasis | null {
  if (sheet.toldItems.includes('information-use')) return 'told'
  if (emergency === true) return 'emergency'
  if (sheet.noticeGround !== null) return 'ground'
  return sheet.clientId === null && sheet.callerId === null ? 'nobody-named' : null
}

const isSaid = (value: string | number | null) =>
  value !== null && (typeof value !== 'string' || value.trim() !== '')

/**
 * The fields of a sheet that cannot be kept before the notice was told (R-026: sensitive fields are not saved before it is recorded).
 * What was kept from before this rule, without any basis, stays and can be put right; what rested on a basis that is
 * taken away, or was of nobody until somebody was named, waits like everything else.
 * @param kept the sheet as it stands; null where nothing is kept yet
 */
export function waitsForNotice(now: SheetStanding, kept: SheetStanding | null): (keyof InquirySheet)[] {
  if (noticeBasis(now) !== null) return []
  const before = kept !== null && noticeBasis(kept) === null ? kept.sheet : null
  const fields = now.underFourteen ? [...sensitive, ...sensitiveOfChildren] : sensitive
  return fields.filter((field) => isSaid(now.sheet[field]) && !isSaid(before?.[field] ?? null))
}

/** Whether something sensitive is kept on a ground that puts the telling off: it is owed as soon as that is over. */
export const noticeIsOwed = (standing: Omit<SheetStanding, 'underFourteen'>) =>
  ['emergency', 'ground', null].includes(noticeBasis(standing)) &&
  sensitive.some((field) => isSaid(standing.sheet[field]))
