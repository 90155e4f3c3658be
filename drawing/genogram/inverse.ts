import type { FamilyRelation } from '#contract/codes/index.ts'

const bySex = (sex: string, male: FamilyRelation, female: FamilyRelation): FamilyRelation =>
  sex === '1' ? male : female

/** What the other one is to a person who is `kind` to them; null where that does not follow. */
export function inverseOf(kind: FamilyRelation, otherSex: string): FamilyRelation | null {
  switch (kind) {
    case 'father':
    case 'mother':
      return bySex(otherSex, 'son', 'daughter')
    case 'adoptive-father':
    case 'adoptive-mother':
      return bySex(otherSex, 'adopted-son', 'adopted-daughter')
    case 'stepfather':
    case 'stepmother':
      return bySex(otherSex, 'stepson', 'stepdaughter')
    case 'son':
    case 'daughter':
      return bySex(otherSex, 'father', 'mother')
    case 'adopted-son':
    case 'adopted-daughter':
      return bySex(otherSex, 'adoptive-father', 'adoptive-mother')
    case 'husband':
    case 'wife':
      return bySex(otherSex, 'husband', 'wife')
    case 'partner':
    case 'former-spouse':
      return kind
    case 'elder-brother':
    case 'elder-sister':
      return bySex(otherSex, 'younger-brother', 'younger-sister')
    case 'younger-brother':
    case 'younger-sister':
      return bySex(otherSex, 'elder-brother', 'elder-sister')
    case 'paternal-grandfather':
    case 'paternal-grandmother':
      return bySex(otherSex, 'sons-son', 'sons-daughter')
    case 'maternal-grandfather':
    case 'maternal-grandmother':
      return bySex(otherSex, 'daughters-son', 'daughters-daughter')
    default:
      return null
  }
}
