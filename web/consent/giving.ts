import type { ConsentPurpose, ConsentWay, SensitiveKind } from '#contract/codes/index.ts'
import { type ConsentPage, type GiveConsent, purposeAsks } from '#contract/consent.ts'

/** A consent while it is written: what is not chosen yet is null. */
export type Giving = Omit<GiveConsent, 'purpose' | 'sensitiveKind' | 'way' | 'validFrom' | 'validUntil'> & {
  purpose: ConsentPurpose | null
  kind: SensitiveKind | 'ordinary'
  way: ConsentWay | null
  validFrom: string | null
  validUntil: string | null
}

type Beginning = Readonly<{
  giving: ConsentPage['giving']
  caseId: string | null
  today: string
  noticeVersion: number
  noticeLanguage: GiveConsent['noticeLanguage']
}>

/** How a consent begins: given by whom the law names, from today, told in the words of the newest notice. */
export const beginning = ({ giving, caseId, today, noticeVersion, noticeLanguage }: Beginning): Giving => ({
  id: crypto.randomUUID(),
  caseId,
  inquiryId: null,
  purpose: null,
  kind: giving.under14 ? 'under-fourteen' : 'ordinary',
  sections: [],
  receivers: [],
  details: '',
  giver: giving.giver,
  guardianId: giving.guardians.length === 1 ? (giving.guardians[0]?.id ?? null) : null,
  heard: '',
  way: null,
  witness: '',
  validFrom: today,
  validUntil: null,
  noticeVersion,
  noticeLanguage,
})

/** The consent as it is sent, or null while something is not chosen. What its purpose does not ask is left out. */
export function givenFrom({ kind, ...written }: Giving): GiveConsent | null {
  const { purpose, way, validFrom, validUntil } = written
  if (purpose === null || way === null || validFrom === null || validUntil === null) return null
  if (written.giver === 'guardian' && written.guardianId === null) return null
  const asks = purposeAsks[purpose]
  return {
    ...written,
    purpose,
    way,
    validFrom,
    validUntil,
    sensitiveKind: kind === 'ordinary' ? null : kind,
    sections: asks.sections ? written.sections : [],
    receivers: asks.receivers ? written.receivers : [],
    witness: way === 'oral-with-witness' ? written.witness : '',
  }
}
